package newsroom

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// Activity is something that was done to a claim: an act, with what it changed
// in words, or a note.
type Activity struct {
	At      time.Time
	Event   factcheck.Event // zero for a note
	Details []string        // none where the act says all, or lies far back
	Note    *factcheck.Note // nil for an act
}

// detailed is how many versions of a claim are looked at for what acts have
// changed: of older ones only the act is told.
const detailed = 60

// Activity is what was done to a claim, newest first, with the notes among it.
func (r *Room) Activity(ctx context.Context, id int64) ([]Activity, error) {
	return read(ctx, r, func(q *store.Queries) ([]Activity, error) {
		events, err := q.EventsOf(ctx, "claim", id)
		if err != nil {
			return nil, err
		}
		notes, err := q.Notes(ctx, id)
		if err != nil {
			return nil, err
		}
		details, err := detailsOf(ctx, q, id)
		if err != nil {
			return nil, err
		}
		var all []Activity
		for _, e := range events {
			if e.Action == factcheck.NoteOnClaim { // the note itself says it
				continue
			}
			one := Activity{At: e.At, Event: e}
			if e.Content != "" { // the act has changed the claim
				one.Details = details[e.Version]
				delete(details, e.Version) // what an act leaves behind it is told once
			}
			all = append(all, one)
		}
		for i := range notes {
			all = append(all, Activity{At: notes[i].At, Note: &notes[i]})
		}
		slices.SortStableFunc(all, func(a, b Activity) int { return b.At.Compare(a.At) })
		return all, nil
	})
}

// detailsOf are, by version of a claim, what has changed since the one before.
func detailsOf(ctx context.Context, q *store.Queries, id int64) (map[int64][]string, error) {
	versions, err := q.NewestVersions(ctx, "claim", id, detailed)
	if err != nil {
		return nil, err
	}
	names, err := namesFor(ctx, q, id)
	if err != nil {
		return nil, err
	}
	details := map[int64][]string{}
	var was *stand
	for _, v := range slices.Backward(versions) { // the oldest first
		var is stand
		if err := json.Unmarshal([]byte(v.Content), &is); err != nil {
			return nil, err
		}
		if was != nil {
			details[v.Version] = names.differences(was, &is)
		}
		was = &is
	}
	return details, nil
}

// namesOf is what ids in a stand stand for.
type namesOf struct {
	people  map[int64]string
	ratings map[int64]string // by verdict
}

func namesFor(ctx context.Context, q *store.Queries, claim int64) (namesOf, error) {
	n := namesOf{people: map[int64]string{}, ratings: map[int64]string{}}
	users, err := q.Users(ctx)
	if err != nil {
		return n, err
	}
	for _, u := range users {
		n.people[u.ID] = u.Name
	}
	verdicts, err := q.Verdicts(ctx, claim)
	for _, v := range verdicts {
		n.ratings[v.ID] = v.Rating.Label
	}
	return n, err
}

// differences are what one stand has otherwise than the one before, in words.
func (n namesOf) differences(was, is *stand) []string {
	var d []string
	add := func(differs bool, words string) {
		if differs && words != "" {
			d = append(d, words)
		}
	}
	add(was.Text != is.Text, "it now reads “"+is.Text+"”")
	add(claimantOf(was) != claimantOf(is), "claimant: "+claimantOf(is))
	add(was.SaidOn != is.SaidOn, orElse("said on ", inDays(is.SaidOn), "no day on which it was said"))
	add(!slices.Equal(was.Topics, is.Topics), orElse("topics: ", strings.Join(is.Topics, ", "), "no topics"))
	add(was.AssigneeID != is.AssigneeID, orElse("given to ", n.people[is.AssigneeID], "with nobody"))
	d = append(d, planned(was, is)...)
	d = append(d, quotedAnew(was, is)...)
	add(was.VerdictID != is.VerdictID, orElse("rated ", n.ratings[is.VerdictID], ""))
	add(was.MergedInto != is.MergedInto, orElse("merged into #", idWords(is.MergedInto), "taken out of #"+idWords(was.MergedInto)))
	add(was.PublishAt != is.PublishAt, orElse("to be published on ", momentOf(is.PublishAt), "not scheduled any more"))
	add(was.Status != is.Status, "moved from "+lower(was.Status)+" to "+lower(is.Status))
	add(was.Revision != is.Revision, "version "+strconv.Itoa(is.Revision)+" is public")
	return d
}

func planned(was, is *stand) []string {
	var before, after factcheck.Plan
	if was.Plan != nil {
		before = *was.Plan
	}
	if is.Plan != nil {
		after = *is.Plan
	}
	var d []string
	if before.DueOn != after.DueOn {
		d = append(d, orElse("due ", inDays(after.DueOn), "not due on a day any more"))
	}
	if before.Reach != after.Reach {
		d = append(d, "reach "+strconv.Itoa(after.Reach)+" of 3")
	}
	if before.Harm != after.Harm {
		d = append(d, "harm "+strconv.Itoa(after.Harm)+" of 3")
	}
	if before.ReviewBy != after.ReviewBy {
		d = append(d, orElse("to be looked at again on ", inDays(after.ReviewBy), "no day on which it is looked at again"))
	}
	return d
}

// quotedAnew tells of evidence that came, went or is seen in another light.
func quotedAnew(was, is *stand) []string {
	var d []string
	find := func(list []standing, id int64) *standing {
		if i := slices.IndexFunc(list, func(e standing) bool { return e.ID == id }); i >= 0 {
			return &list[i]
		}
		return nil
	}
	for _, e := range is.Evidence {
		switch before := find(was.Evidence, e.ID); {
		case before == nil:
			d = append(d, strings.ToLower(e.Stance.Label())+": “"+cutTo(e.Exact, 120)+"”")
		case before.Stance != e.Stance:
			d = append(d, "“"+cutTo(e.Exact, 60)+"”: "+strings.ToLower(e.Stance.Label())+", not "+strings.ToLower(before.Stance.Label()))
		}
	}
	for _, e := range was.Evidence {
		if find(is.Evidence, e.ID) == nil {
			d = append(d, "without “"+cutTo(e.Exact, 120)+"”")
		}
	}
	return d
}

func claimantOf(s *stand) string {
	if s.Claimant == nil {
		return "nobody in particular"
	}
	return s.Claimant.Name
}

// orElse is a text with words before it, or other words where it is empty.
func orElse(before, text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return before + text
}

func idWords(id int64) string {
	if id == 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}

func inDays(d factcheck.Date) string {
	if day, err := time.Parse(time.DateOnly, string(d)); err == nil {
		return day.Format("2 Jan 2006")
	}
	return string(d) // a month or a year
}

func momentOf(ms int64) string {
	if ms == 0 {
		return ""
	}
	return time.UnixMilli(ms).UTC().Format("2 Jan 2006, 15:04 UTC")
}

func lower(s factcheck.Status) string { return strings.ToLower(s.Label()) }
