package desk

import (
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/views/ui"
)

// StandingView is who stands behind the verdict of a claim: who proposed it, who
// signed it and whether that still holds, what it was before, and who sees it
// differently.
type StandingView struct {
	Claim    factcheck.Claim
	Verdicts []factcheck.Verdict // newest first
	UserID   int64               // who reads this
	May      bool                // they may dissent
	Dissent  ui.Field            // what is being typed
	Public   bool
}

// SignedView is a signature with whether it holds.
type SignedView struct {
	factcheck.Signature
	Holds bool
}

// signed are the claim's signatures, the oldest first. An approval holds as long
// as the claim is approved.
func (v StandingView) signed() []SignedView {
	list := make([]SignedView, len(v.Claim.Signatures))
	now := v.Claim.Substance()
	for i, s := range v.Claim.Signatures {
		list[i] = SignedView{s, s.Substance == now && s.UserID != 0}
	}
	return list
}

// did is what somebody did by signing.
func (v SignedView) did() string {
	return map[factcheck.SignatureKind]string{factcheck.Sent: "sent it for review", factcheck.Agreed: "agreed to it",
		factcheck.ApprovedBy: "approved it"}[v.Kind]
}

// void says why a signature does not count.
func (v SignedView) void() string {
	if v.UserID == 0 {
		return "The console is nobody in particular: this does not count."
	}
	return "The rating, the reasons or the evidence have changed since: this no longer holds."
}

// EarlierView is a verdict with what it changed of the one before.
type EarlierView struct {
	factcheck.Verdict
	First   bool
	Changed string       // which parts, in words; "" for the first
	Diff    []quote.Diff // of the explanations; nil where they are the same
}

// earlier are all verdicts, the newest first, each beside the one before it.
func (v StandingView) earlier() []EarlierView {
	list := make([]EarlierView, len(v.Verdicts))
	for i, is := range v.Verdicts {
		list[i] = EarlierView{Verdict: is, First: i == len(v.Verdicts)-1}
		if list[i].First {
			continue
		}
		was := v.Verdicts[i+1]
		list[i].Changed = changedParts(was, is)
		if was.Explanation != is.Explanation {
			list[i].Diff = quote.WordDiff(was.Explanation, is.Explanation)
		}
	}
	return list
}

// changedParts names what differs between two verdicts.
func changedParts(was, is factcheck.Verdict) string {
	var parts []string
	if was.Rating.Slug != is.Rating.Slug {
		parts = append(parts, "the rating, from "+was.Rating.Label+" to "+is.Rating.Label)
	}
	if reasonLabels(was.Reasons) != reasonLabels(is.Reasons) {
		parts = append(parts, "the reasons")
	}
	if (was.Misread == nil) != (is.Misread == nil) || was.Misread != nil && *was.Misread != *is.Misread {
		parts = append(parts, "what was misread")
	}
	if was.AsOf != is.AsOf {
		parts = append(parts, "the date it stands for")
	}
	if was.Explanation != is.Explanation {
		parts = append(parts, "the explanation")
	}
	if len(parts) == 0 {
		return "Changed what it rests on."
	}
	return "Changed " + strings.Join(parts, ", ") + "."
}

func reasonLabels(list []factcheck.Reason) string {
	labels := make([]string, len(list))
	for i, r := range list {
		labels[i] = r.Label()
	}
	return strings.Join(labels, ", ")
}

// dissentPath is where a dissent is taken back.
func dissentPath(d factcheck.DissentNote) string {
	return string(claimPath(d.ClaimID)) + "/dissents/" + number(d.ID) + "/remove"
}
