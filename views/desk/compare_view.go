package desk

import (
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/views/ui"
)

// CompareView is what changed in a source from one copy to another.
type CompareView struct {
	Frame    ui.DeskFrame
	Source   factcheck.Source
	From, To factcheck.Snapshot
	Fates    FatesView
	Runs     []ChangeRun
	Counts   map[quote.PairKind]int
	Part     int // of a long list, from 1
	Parts    int
}

// ChangeRun is a passage that changed, or a run of passages that did not.
type ChangeRun struct {
	quote.PassagePair
	Last *quote.PassagePair // of a run that was kept; nil for a changed one
	Kept int                // passages of the run
}

// changesAtOnce is how many changed passages are on a page.
const changesAtOnce = 200

// Show puts a part of the changes on the page, the runs that were kept folded.
func (v *CompareView) Show(pairs []quote.PassagePair, part int) {
	v.Counts = map[quote.PairKind]int{}
	for _, p := range pairs {
		v.Counts[p.Kind]++
	}
	v.Parts = max(1, (len(pairs)-v.Counts[quote.Kept]+changesAtOnce-1)/changesAtOnce)
	v.Part = min(max(part, 1), v.Parts)
	seen := 0
	for i := 0; i < len(pairs); i++ {
		here := seen/changesAtOnce+1 == v.Part
		if pairs[i].Kind != quote.Kept {
			if seen++; here {
				v.Runs = append(v.Runs, ChangeRun{PassagePair: pairs[i]})
			}
			continue
		}
		first := i
		for i+1 < len(pairs) && pairs[i+1].Kind == quote.Kept {
			i++
		}
		if here {
			v.Runs = append(v.Runs, ChangeRun{PassagePair: pairs[first], Last: &pairs[i], Kept: i - first + 1})
		}
	}
}

// same tells whether the two say the same, white space apart.
func (v CompareView) same() bool {
	return v.Counts[quote.Changed]+v.Counts[quote.Added]+v.Counts[quote.Removed] == 0
}

// summary counts the passages: "1 changed, 2 added, 30 unchanged".
func (v CompareView) summary() string {
	text := ""
	for _, k := range []struct {
		kind  quote.PairKind
		words string
	}{{quote.Changed, "changed"}, {quote.Added, "added"}, {quote.Removed, "removed"}, {quote.Kept, "unchanged"}} {
		if n := v.Counts[k.kind]; n > 0 {
			if text != "" {
				text += ", "
			}
			text += strconv.Itoa(n) + " " + k.words
		}
	}
	return text
}

// reversed tells whether the older copy is compared to the newer one, the other
// way round.
func (v CompareView) reversed() bool { return v.From.ID > v.To.ID }

func (v CompareView) partPath(part int) string {
	return changesPath(v.Source.ID, v.From.ID, v.To.ID) + "&part=" + strconv.Itoa(part)
}

// newest tells whether the later copy is the one on the source's page.
func (v CompareView) newest() bool { return v.To.ID == v.Source.Snapshot.ID }

// inTo is the address of a passage in the copy that is compared to.
func (v CompareView) inTo(passage int) string {
	return placeInCopy(v.Source.ID, v.To.ID, v.newest(), passage)
}

// words is what happened to a passage, in a word.
func (r ChangeRun) words() string {
	switch r.Kind {
	case quote.Added:
		return "Added"
	case quote.Removed:
		return "Removed"
	}
	return "Changed"
}

// parts are a passage as a diff: whole where it is only in one of the copies.
func (r ChangeRun) parts() []quote.Diff {
	switch r.Kind {
	case quote.Added:
		return []quote.Diff{{Op: quote.Insert, Text: r.New.Text}}
	case quote.Removed:
		return []quote.Diff{{Op: quote.Delete, Text: r.Old.Text}}
	}
	return r.Diff
}

// numbers are the passage's number in each copy: "3 → 4".
func (r ChangeRun) numbers() string {
	switch {
	case r.Old == nil:
		return strconv.Itoa(r.New.Number)
	case r.New == nil:
		return strconv.Itoa(r.Old.Number)
	case r.Old.Number == r.New.Number:
		return strconv.Itoa(r.New.Number)
	}
	return strconv.Itoa(r.Old.Number) + " → " + strconv.Itoa(r.New.Number)
}

// extent is "4 to 15", or one number.
func (r ChangeRun) extent() string {
	if r.Kept == 1 {
		return strconv.Itoa(r.New.Number)
	}
	return strconv.Itoa(r.New.Number) + " to " + strconv.Itoa(r.Last.New.Number)
}
