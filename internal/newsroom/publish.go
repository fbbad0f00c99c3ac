package newsroom

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"claimdesk/internal/factcheck"
)

// Order says how to publish. After the first time it needs a class of change
// and, unless that is minor, a public note.
type Order struct {
	Class factcheck.Class
	Note  string
}

// Publish freezes the claim as its next revision and makes that public.
func (r *Room) Publish(ctx context.Context, by factcheck.Actor, id int64, b Base, o Order) (factcheck.Claim, error) {
	return r.publishing(ctx, by, id, b, o, false)
}

// ApproveAndPublish does both in one act: either both stand or neither.
func (r *Room) ApproveAndPublish(ctx context.Context, by factcheck.Actor, id int64, b Base, o Order) (factcheck.Claim, error) {
	return r.publishing(ctx, by, id, b, o, true)
}

func (r *Room) publishing(ctx context.Context, by factcheck.Actor, id int64, b Base, o Order, approve bool) (factcheck.Claim, error) {
	return act(ctx, r, by, factcheck.Publish, func(a *acting) (factcheck.Claim, error) {
		c, err := a.Claim(ctx, id)
		if err != nil {
			return c, err
		}
		if _, err := c.Next(factcheck.Approve); approve && err != nil {
			return c, err // who was faster, rather than that something has changed
		}
		if err := b.holds(&c); err != nil {
			return c, err
		}
		if approve {
			if c, err = a.approved(ctx, c); err != nil {
				return c, err
			}
		}
		if err := a.mayPublish(ctx, &c, o); err != nil {
			return c, err
		}
		return a.publish(ctx, r, c, o)
	})
}

// approved approves the claim as an act of its own within this one.
func (a *acting) approved(ctx context.Context, c factcheck.Claim) (factcheck.Claim, error) {
	if err := factcheck.Permit(a.by, factcheck.Approve); err != nil {
		return c, err
	}
	next, err := c.Next(factcheck.Approve)
	if err != nil {
		return c, err
	}
	if err := a.approve(ctx, &c); err != nil {
		return c, err
	}
	c.Status, c.Version, c.UpdatedAt = next, c.Version+1, a.now
	if err := a.SetClaim(ctx, c); err != nil {
		return c, err
	}
	return a.stand(ctx, c.ID, factcheck.Approve)
}

// mayPublish looks at status and gate. A minor change of what is public needs
// no second person: that it is no more than minor is the class's to show.
func (a *acting) mayPublish(ctx context.Context, c *factcheck.Claim, o Order) error {
	if c.Status == factcheck.Published {
		return factcheck.Clash("The claim is published, and nothing has changed since revision %d.", c.Live.Revision)
	}
	if c.Live != nil && o.Class == factcheck.Minor && c.Status != factcheck.Dropped {
		return a.through(ctx, c, true, pardoned()...)
	}
	if _, err := c.Next(factcheck.Publish); err != nil {
		if g, gateErr := gate(ctx, &a.Queries, c); gateErr == nil {
			factcheck.As(err).Gate = &g
		}
		return err
	}
	return a.through(ctx, c, true)
}

// pardoned are the rules that a minor change need not meet: a second person,
// and what the newsroom may have raised since, for which a typo need not wait.
func pardoned() []string {
	rules := []string{factcheck.RuleFourEyes}
	for _, r := range factcheck.Raisable() {
		rules = append(rules, r.Rule)
	}
	return rules
}

// draw makes the revision that publishing the claim now would write, or says
// why its class or its note is wrong.
func (a *acting) draw(ctx context.Context, c *factcheck.Claim, o Order) (factcheck.Revision, error) {
	rev := factcheck.Revision{ClaimID: c.ID, Number: 1, Class: o.Class, At: a.now, By: a.by.ID}
	var err error
	if rev.Note, err = factcheck.CheckOrderNote(o.Note); err != nil {
		return rev, err
	}
	var live *factcheck.Content
	if c.Live != nil {
		present, err := a.PublishedClaim(ctx, c.ID)
		if err != nil {
			return rev, err
		}
		live, rev.Number = &present.Revision.Content, present.Revision.Number+1
	}
	if rev.Content, err = freeze(ctx, &a.Queries, c, a.now); err != nil {
		return rev, err
	}
	credit(&rev.Content, c, live, o.Class)
	if err := a.followClaimant(ctx, live, &rev.Content); err != nil {
		return rev, err
	}
	return rev, factcheck.CheckClass(o.Class, rev.Note, live, &rev.Content)
}

func (a *acting) publish(ctx context.Context, r *Room, c factcheck.Claim, o Order) (factcheck.Claim, error) {
	rev, err := a.draw(ctx, &c, o)
	if err != nil {
		return c, err
	}
	if _, err := a.AddRevision(ctx, rev, publication(r, &c, rev)); err != nil {
		return c, err
	}
	if err := a.shrink(ctx, rev.Content.Sources()); err != nil {
		return c, err
	}
	a.public = true
	c.Status = factcheck.Published
	if c, err = a.save(ctx, c); err != nil {
		return c, err
	}
	if err := a.notify(ctx, factcheck.WasPublished, c.ID, factcheck.Beginning(rev.Note), sender(&c), c.AssigneeID); err != nil {
		return c, err
	}
	return c, a.tellSenders(ctx, r, c.ID)
}

// publication is the row that readers' programs know the check by. Its id is
// made once, by RFC 4151: the base URL's host and the day of first publication.
func publication(r *Room, c *factcheck.Claim, rev factcheck.Revision) factcheck.Live {
	if c.Live == nil {
		guid := fmt.Sprintf("tag:%s,%s:fact-check/%d", r.Host(), factcheck.DateOf(rev.At), c.ID)
		return factcheck.Live{GUID: guid, FirstAt: rev.At, UpdatedAt: rev.At}
	}
	l := *c.Live
	if rev.Class != factcheck.Minor {
		l.UpdatedAt = rev.At
	}
	return l
}

// credit names who wrote and who approved. Who wrote what was public before
// stays named; whoever sent the change joins, unless they approve it as well. A
// minor change keeps the names of what it mends.
func credit(n *factcheck.Content, c *factcheck.Claim, live *factcheck.Content, class factcheck.Class) {
	if live != nil && class == factcheck.Minor {
		n.Byline, n.EditedBy, n.FourEyes = live.Byline, live.EditedBy, live.FourEyes
		return
	}
	author, approval := c.Author(), c.Approval()
	var names []string
	if live != nil && live.Byline != "" {
		names = strings.Split(live.Byline, joint)
	}
	alone := approval != nil && author != nil && author.UserID == approval.UserID && len(names) > 0
	if author != nil && author.Byline != "" && !alone && !slices.Contains(names, author.Byline) {
		names = append(names, author.Byline)
	}
	if approval != nil && len(names) == 0 {
		names = []string{approval.Byline}
	}
	n.Byline = strings.Join(names, joint)
	if approval != nil && approval.Byline != n.Byline {
		n.EditedBy = approval.Byline
	}
	n.FourEyes = approval != nil && c.FourEyes(approval.UserID) == nil
}

// What stands between the names of several writers.
const joint = ", "
