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

func (d *Desk) workRoutes(g *echo.Group) {
	g.GET("", d.work)
	g.POST("/tasks/:id/done", d.doTask)
}

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
	v := view.WorkView{Frame: frame, Today: factcheck.DateOf(d.room.Now()), Queues: queues, First: steps, Log: logLines(shared(events, workLog)),
		Changed: work.Changed, Decides: decides(c), Tasks: work.Tasks, Tips: work.Tips, OpenTips: work.Tally.Tips, Waiting: work.Tally.Waiting()}
	if frame.Admin {
		if v.Empty, err = d.room.EmptyPages(ctx); err != nil {
			return err
		}
	}
	return request.Render(c, http.StatusOK, view.Work(v))
}

// doTask ticks off a task.
func (d *Desk) doTask(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	if _, err := d.room.DoTask(c.Request().Context(), request.Actor(c), id); err != nil {
		return err
	}
	return request.Done(c, "/desk", "The task is done.")
}

// queueKind is a list of work before it is put in words.
type queueKind struct {
	view.Queue
	claims    []factcheck.Claim
	act, with string                             // the button: "Go on", and what is said after it
	meta      func(int, *factcheck.Claim) string // of a claim and its place in the list
}

// queues are the lists of work in the order of their urgency.
func (d *Desk) queues(ctx context.Context, w newsroom.Work) ([]view.Queue, error) {
	gates, err := d.room.Gates(ctx, w.Mine)
	if err != nil {
		return nil, err
	}
	missing := func(i int, _ *factcheck.Claim) string { return missingWords(gates[i]) }
	n, list := w.Tally, "/desk/claims?"
	kinds := []queueKind{
		{view.Queue{ID: "review", Title: "Review", Mine: true, Total: n.Review, More: list + "view=review"}, w.Review, "Review", "", sentBy},
		{view.Queue{ID: "agree", Title: "Agree to changes", Mine: true, Total: n.Agree, More: list + "view=review"}, w.Agree, "Look", "at", changedSince},
		{view.Queue{ID: "failed", Title: "Could not be published", Mine: true, Total: n.Failed, More: list + "status=approved"}, w.Failed, "Look", "at", plannedFor},
		{view.Queue{ID: "ready", Title: "Ready to publish", Mine: true, Total: n.Ready, More: list + "status=approved"}, w.Ready, "Publish", "", approvedBy},
		{view.Queue{ID: "returned", Title: "Returned", Mine: true, Total: n.Returned, More: list + "assignee=me&status=researching"}, w.Returned, "Go on", "with", returnedWith},
		{view.Queue{ID: "finish", Title: "Finish", Mine: true, Total: n.Mine, More: list + "assignee=me&status=researching"}, w.Mine, "Go on", "with", missing},
		{view.Queue{ID: "again", Title: "Look at again", Mine: true, Total: n.Again, More: list + "status=published"}, w.Again, "Look", "at", reviewBy},
		{view.Queue{ID: "unassigned", Title: "With nobody yet", Total: n.Unassigned, More: list + "assignee=nobody"}, w.Unassigned, "Open", "", foundIn},
	}
	var queues []view.Queue
	for _, k := range kinds {
		for i := range k.claims {
			c := &k.claims[i]
			k.Items = append(k.Items, view.Waiting{Claim: *c, Meta: k.meta(i, c), Act: k.act, With: k.with})
		}
		if len(k.Items) > 0 {
			k.Items[0].Main = len(queues) == 0
			queues = append(queues, k.Queue)
		}
	}
	return queues, nil
}

func plannedFor(_ int, c *factcheck.Claim) string {
	return "was to be published on " + ui.DateTimeText(c.PublishAt)
}

func reviewBy(_ int, c *factcheck.Claim) string {
	return "published; to be looked at again by " + ui.LongDateText(c.Plan.ReviewBy.Time())
}

func sentBy(_ int, c *factcheck.Claim) string { return view.SentBy(*c) }

func changedSince(_ int, c *factcheck.Claim) string {
	return "changed in review since you signed, " + view.Quotes(*c)
}

func approvedBy(_ int, c *factcheck.Claim) string {
	if a := c.Approval(); a != nil {
		return "approved by " + a.By
	}
	return "approved"
}

func returnedWith(_ int, c *factcheck.Claim) string {
	if c.ReturnNote == "" {
		return "returned"
	}
	return "returned: “" + shortened(c.ReturnNote, 200) + "”"
}

// missingWords is what the gate still wants of a claim.
func missingWords(gate factcheck.Gate) string {
	ok, all, _, _ := gate.Counts()
	if ok == all {
		return "ready to be sent for review"
	}
	return "gate: " + strconv.Itoa(ok) + " of " + strconv.Itoa(all) + " hold. " + gate.Missing(false)[0].Message
}

func foundIn(_ int, c *factcheck.Claim) string {
	if c.SourceTitle != "" {
		return "found in " + c.SourceTitle
	}
	return view.Quotes(*c)
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
