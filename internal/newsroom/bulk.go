package newsroom

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
)

// MostChosen is how many claims one act can change.
const MostChosen = 200

// Chosen is a claim that was chosen in a list, and its version as it was seen
// there; 0: whichever it has.
type Chosen struct{ ID, Version int64 }

// Bulk is what an act on many claims has done: how many were changed, and how
// many were so already.
type Bulk struct{ Done, Same int }

// Notice says it in words, after what was done: "3 claims assigned to Ani".
func (b Bulk) Notice(done string) string {
	words := factcheck.Plural(b.Done, "claim", "claims") + " " + done
	if b.Same > 0 {
		words += "; " + strconv.Itoa(b.Same) + " had it so already"
	}
	return words + "."
}

// bulk is what is done to many claims: on all or, when one of them stands
// against it, on none. can gives a Conflict or Invalid error for one that it
// cannot be done to; do tells whether it has changed anything; end, which may be
// nil, comes after the last.
type bulk struct {
	can func(*acting, *factcheck.Claim) error
	do  func(*acting, factcheck.Claim) (bool, error)
	end func(*acting) error
}

// onEach does it in one act. The error that is returned names in its Fields each
// claim that stood against it, and why.
func (r *Room) onEach(ctx context.Context, by factcheck.Actor, action factcheck.Action, chosen []Chosen, what bulk) (Bulk, error) {
	if err := factcheck.Permit(by, action); err != nil {
		return Bulk{}, err
	}
	if len(chosen) == 0 {
		return Bulk{}, factcheck.Wrong("claims", "No claim was chosen. Tick the ones that you mean.")
	}
	if len(chosen) > MostChosen {
		return Bulk{}, factcheck.Wrong("claims", "At most %d claims can be changed at once.", MostChosen)
	}
	return act(ctx, r, by, action, func(a *acting) (b Bulk, err error) {
		claims, err := a.chosen(ctx, chosen, what.can)
		if err != nil {
			return b, err
		}
		for _, c := range claims { // at most MostChosen, each with a stand and an event of its own
			changed, err := what.do(a, c)
			switch {
			case err != nil:
				return b, err
			case changed:
				b.Done++
			default:
				b.Same++
			}
		}
		if what.end == nil {
			return b, nil
		}
		return b, what.end(a)
	})
}

// chosen reads the claims, unless something stands against one of them.
func (a *acting) chosen(ctx context.Context, chosen []Chosen, can func(*acting, *factcheck.Claim) error) ([]factcheck.Claim, error) {
	versions, ids := map[int64]int64{}, []int64(nil)
	for _, c := range chosen {
		if _, twice := versions[c.ID]; !twice {
			ids = append(ids, c.ID)
		}
		versions[c.ID] = c.Version
	}
	claims, err := a.ClaimsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	if len(claims) < len(ids) {
		return nil, factcheck.NoSuch("claim with one of these numbers any more")
	}
	var against []factcheck.Problem
	for i := range claims {
		c := &claims[i]
		why := can(a, c)
		if seen := versions[c.ID]; seen != 0 && seen != c.Version {
			why = factcheck.Clash("Somebody has changed it since you opened the list.")
		}
		if why != nil {
			id := strconv.FormatInt(c.ID, 10)
			against = append(against, factcheck.Problem{Field: "claim-" + id, Message: "#" + id + " “" + factcheck.Beginning(c.Text) + "”: " + reason(why)})
		}
	}
	if len(against) > 0 {
		return nil, &factcheck.Error{Kind: factcheck.Conflict, Fields: against,
			Message: "Nothing was changed, since it cannot be done to " + strconv.Itoa(len(against)) + " of " + factcheck.Plural(len(ids), "claim", "claims") + "."}
	}
	return claims, nil
}

// reason is the message of an error without the names of fields.
func reason(err error) string {
	if problems := factcheck.Problems(err); len(problems) > 0 {
		return problems[0].Message
	}
	return err.Error()
}

// AssignClaims says who looks into claims; 0 is nobody. They are told once.
func (r *Room) AssignClaims(ctx context.Context, by factcheck.Actor, chosen []Chosen, user int64) (Bulk, error) {
	var given []factcheck.Claim
	return r.onEach(ctx, by, factcheck.AssignClaim, chosen, bulk{
		can: func(a *acting, c *factcheck.Claim) error {
			if c.AssigneeID == user {
				return nil
			}
			return a.mayWork(ctx, user)
		},
		do: func(a *acting, c factcheck.Claim) (bool, error) {
			if c.AssigneeID == user {
				return false, nil
			}
			given = append(given, c)
			_, err := a.assign(ctx, c, user)
			return true, err
		},
		end: func(a *acting) error { return a.given(ctx, user, given...) },
	})
}

// DropClaims puts claims aside that were never published.
func (r *Room) DropClaims(ctx context.Context, by factcheck.Actor, chosen []Chosen, why factcheck.DropReason, note string) (Bulk, error) {
	if !slices.Contains(factcheck.DropReasons, why) {
		return Bulk{}, factcheck.Wrong("reason", "Say why: %s.", joined(factcheck.DropReasons))
	}
	return r.onEach(ctx, by, factcheck.Drop, chosen, bulk{can: func(_ *acting, c *factcheck.Claim) error {
		_, err := c.Next(factcheck.Drop)
		return err
	}, do: func(a *acting, c factcheck.Claim) (bool, error) {
		if err := a.drop(ctx, &c, why, note); err != nil {
			return false, err
		}
		c.Status = factcheck.Dropped
		_, err := a.save(ctx, c)
		return true, err
	}})
}

// TagClaims gives claims topics and takes others from them. Claims that this
// would take back to research stand against it.
func (r *Room) TagClaims(ctx context.Context, by factcheck.Actor, chosen []Chosen, add, remove []string) (Bulk, error) {
	add, err := factcheck.CheckTags(add)
	if err != nil {
		return Bulk{}, err
	}
	if len(add)+len(remove) == 0 {
		return Bulk{}, factcheck.Wrong("topic", "Name a topic.")
	}
	return r.onEach(ctx, by, factcheck.TagClaims, chosen, bulk{can: func(_ *acting, c *factcheck.Claim) error {
		if len(tagged(c, add, remove)) > factcheck.MaxTopics {
			return factcheck.Clash("At most %d topics fit.", factcheck.MaxTopics)
		}
		next, err := c.AfterChange(factcheck.TagClaims, by)
		if err == nil && next != c.Status && c.Status != factcheck.New {
			err = factcheck.Clash("It is %s, and other topics would take it back to research. Change them on its own page.", strings.ToLower(c.Status.Label()))
		}
		return err
	}, do: func(a *acting, c factcheck.Claim) (bool, error) {
		names := tagged(&c, add, remove)
		if slices.Equal(names, c.TopicNames()) {
			return false, nil
		}
		if err := a.SetTopics(ctx, c.ID, names, a.now); err != nil {
			return false, err
		}
		c.Details++
		_, err := a.save(ctx, c)
		return true, err
	}})
}

// tagged are the names of a claim's topics with some more and without others, in
// whatever case they are written.
func tagged(c *factcheck.Claim, add, remove []string) []string {
	has := func(names []string, name string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
	}
	var names []string
	for _, name := range append(c.TopicNames(), add...) {
		if !has(names, name) && (has(add, name) || !has(remove, name)) {
			names = append(names, name)
		}
	}
	return names
}
