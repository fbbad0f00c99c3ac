package desk

import (
	"context"
	"net/http"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// How many lines of the log stand beside the work, and out of how many of the
// newest they are chosen.
const (
	workLog   = 8
	workLogOf = 100
)

func (d *Desk) work(c echo.Context) error {
	ctx, actor := c.Request().Context(), request.Actor(c)
	work, err := d.room.Work(ctx, actor)
	if err != nil {
		return err
	}
	queues, err := d.queues(ctx, work)
	if err != nil {
		return err
	}
	events, err := d.room.Log(ctx, actor, 0, workLogOf)
	if err != nil {
		return err
	}
	steps, err := d.firstSteps(ctx, actor)
	if err != nil {
		return err
	}
	frame, err := d.frame(c, "What waits for me", ui.RoomWork)
	if err != nil {
		return err
	}
	v := view.WorkView{Frame: frame, Queues: queues, First: steps, Log: logLines(shared(events, workLog)), Changed: work.Changed,
		Decides: decides(c)}
	return request.Render(c, http.StatusOK, view.Work(v))
}

// waiting counts what waits for whoever the work is: claims and, for those who
// decide on them, quotes whose sources have changed.
func waiting(w newsroom.Work, role factcheck.Role) int {
	ids := map[int64]bool{}
	for _, list := range [][]factcheck.Claim{w.Review, w.Agree, w.Returned, w.Ready, w.Mine} {
		for _, c := range list {
			ids[c.ID] = true
		}
	}
	if factcheck.Permitted(role, factcheck.DecideFate) {
		return len(ids) + len(w.Changed)
	}
	return len(ids)
}

// queueKind is a list of work before it is put in words.
type queueKind struct {
	view.Queue
	claims    []factcheck.Claim
	act, with string // the button: "Go on", and what is said after it
	meta      func(context.Context, *factcheck.Claim) (string, error)
}

// queues are the lists of work in the order of their urgency, each claim in
// the first that it belongs to.
func (d *Desk) queues(ctx context.Context, w newsroom.Work) ([]view.Queue, error) {
	kinds := []queueKind{
		{view.Queue{ID: "review", Title: "Review", Mine: true}, w.Review, "Review", "", sentBy},
		{view.Queue{ID: "agree", Title: "Agree to changes", Mine: true}, w.Agree, "Look", "at", changedSince},
		{view.Queue{ID: "ready", Title: "Ready to publish", Mine: true}, w.Ready, "Publish", "", approvedBy},
		{view.Queue{ID: "returned", Title: "Returned", Mine: true}, w.Returned, "Go on", "with", returnedWith},
		{view.Queue{ID: "finish", Title: "Finish", Mine: true}, w.Mine, "Go on", "with", d.missing},
		{view.Queue{ID: "unassigned", Title: "With nobody yet"}, w.Unassigned, "Open", "", foundIn},
	}
	shown := map[int64]bool{}
	var queues []view.Queue
	for _, k := range kinds {
		if err := k.fill(ctx, shown); err != nil {
			return nil, err
		}
		if len(k.Items) > 0 {
			k.Items[0].Main = len(queues) == 0
			queues = append(queues, k.Queue)
		}
	}
	return queues, nil
}

// fill adds the claims that are not shown yet.
func (k *queueKind) fill(ctx context.Context, shown map[int64]bool) error {
	for i := range k.claims {
		claim := &k.claims[i]
		if shown[claim.ID] {
			continue
		}
		shown[claim.ID] = true
		meta, err := k.meta(ctx, claim)
		if err != nil {
			return err
		}
		k.Items = append(k.Items, view.Waiting{Claim: *claim, Meta: meta, Act: k.act, With: k.with})
	}
	return nil
}

func sentBy(_ context.Context, c *factcheck.Claim) (string, error) { return view.SentBy(*c), nil }

func changedSince(_ context.Context, c *factcheck.Claim) (string, error) {
	return "changed in review since you signed, " + view.Quotes(*c), nil
}

func approvedBy(_ context.Context, c *factcheck.Claim) (string, error) {
	if a := c.Approval(); a != nil {
		return "approved by " + a.By, nil
	}
	return "approved", nil
}

func returnedWith(_ context.Context, c *factcheck.Claim) (string, error) {
	if c.ReturnNote == "" {
		return "returned", nil
	}
	return "returned: “" + shortened(c.ReturnNote, 200) + "”", nil
}

// missing is what the gate still wants of a claim.
func (d *Desk) missing(ctx context.Context, c *factcheck.Claim) (string, error) {
	gate, err := d.room.GateOf(ctx, c)
	if err != nil {
		return "", err
	}
	ok, all, _, _ := gate.Counts()
	if ok == all {
		return "ready to be sent for review", nil
	}
	return "gate: " + strconv.Itoa(ok) + " of " + strconv.Itoa(all) + " hold. " + gate.Missing(false)[0].Message, nil
}

func foundIn(_ context.Context, c *factcheck.Claim) (string, error) {
	if c.SourceTitle != "" {
		return "found in " + c.SourceTitle, nil
	}
	return view.Quotes(*c), nil
}

// firstSteps are what to do in a newsroom without sources or claims; none
// once there is either.
func (d *Desk) firstSteps(ctx context.Context, actor factcheck.Actor) ([]view.Step, error) {
	sources, err := d.room.Sources(ctx, actor, newsroom.SourceFilter{Limit: 1})
	if err != nil || len(sources.Items) > 0 {
		return nil, err
	}
	claims, err := d.room.Claims(ctx, actor, newsroom.ClaimFilter{Limit: 1})
	if err != nil || len(claims.Items) > 0 {
		return nil, err
	}
	steps := []view.Step{
		{Title: "Add a source", Text: "A brief, an article, a transcript: evidence is quoted from it word for word.",
			Link: ui.Link{Label: "Add source", Href: "/desk/sources/new"}},
		{Title: "Record a claim", Text: "What is being said about it, in the words in which it goes round; several at once if you like.",
			Link: ui.Link{Label: "Record claim", Href: "/desk/claims/new"}},
	}
	if actor.Role.AtLeast(factcheck.Admin) {
		steps = append(steps, view.Step{Title: "Add people", Text: "What is published is signed by two: one sends it for review, an editor approves.",
			Link: ui.Link{Label: "Add person", Href: "/desk/people/new"}})
	}
	return steps, nil
}
