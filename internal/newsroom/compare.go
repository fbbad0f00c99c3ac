package newsroom

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
)

// Change is one thing that differs from what somebody signed.
type Change struct {
	Field   string
	Was, Is string
	Diff    []quote.Diff
}

// Review is what has changed since the last signature that is not an
// approval; Since is nil when there is none.
type Review struct {
	Since   *factcheck.Signature
	Changes []Change
}

// Review compares a claim with what was signed.
func (r *Room) Review(ctx context.Context, id int64) (Review, error) {
	return read(ctx, r, func(q *store.Queries) (v Review, err error) {
		c, err := q.Claim(ctx, id)
		if err != nil {
			return v, err
		}
		for i := range c.Signatures {
			if c.Signatures[i].Kind != factcheck.ApprovedBy {
				v.Since = &c.Signatures[i]
			}
		}
		if v.Since == nil {
			return v, nil
		}
		was, err := wordsAt(ctx, q, id, v.Since.Version)
		if err != nil {
			return v, err
		}
		is, err := wordsAt(ctx, q, id, c.Version)
		for i, w := range was {
			if err == nil && w.text != is[i].text {
				v.Changes = append(v.Changes, Change{Field: w.field, Was: w.text, Is: is[i].text, Diff: quote.WordDiff(w.text, is[i].text)})
			}
		}
		return v, err
	})
}

type wording struct{ field, text string }

// wordsAt is what a version of a claim said, field by field.
func wordsAt(ctx context.Context, q *store.Queries, id, version int64) ([]wording, error) {
	kept, err := q.Version(ctx, "claim", id, version)
	if err != nil {
		return nil, err
	}
	var s stand
	if err := json.Unmarshal([]byte(kept.Content), &s); err != nil {
		return nil, err
	}
	var v factcheck.Verdict
	if s.VerdictID != 0 {
		if v, err = q.Verdict(ctx, s.VerdictID); err != nil {
			return nil, err
		}
	}
	var text factcheck.Article
	if s.ArticleID != 0 {
		if text, err = q.Article(ctx, s.ArticleID); err != nil {
			return nil, err
		}
	}
	claimant := "Going round"
	if s.Claimant != nil {
		claimant = s.Claimant.Name
	}
	return append([]wording{{"Claim", s.Text}, {"Claimant", claimant}, {"Said on", string(s.SaidOn)}, {"Seen", places(s.Appearances)},
		{"Rating", v.Rating.Label}, {"Reasons", reasons(v.Reasons)}, {"Misread", misreading(v.Misread)}, {"As of", string(v.AsOf)},
		{"Explanation", v.Explanation}, {"Evidence", pieces(s.Evidence)}, {"Exhibits", exhibitWords(s.Exhibits)},
		{"Headline", text.Headline},
		{"Summary", text.Summary}, {"Body", text.Body}, {"Topics", strings.Join(s.Topics, ", ")}}, s.asideStand.lines()...), nil
}

func reasons(list []factcheck.Reason) string {
	words := make([]string, len(list))
	for i, r := range list {
		words[i] = r.Label()
	}
	return strings.Join(words, ", ")
}

// misreading names a source by its number alone: whoever reads this may not see
// its title.
func misreading(m *factcheck.Misread) string {
	switch {
	case m == nil:
		return ""
	case m.SourceID != 0:
		return "Source " + strconv.FormatInt(m.SourceID, 10) + ". " + m.Description
	}
	return "An event. " + m.Description
}

func places(seen []factcheck.Appearance) string {
	lines := make([]string, len(seen))
	for i, a := range seen {
		lines[i] = strings.Join(slices.DeleteFunc([]string{a.Outlet, string(a.SeenOn), a.URL}, func(s string) bool { return s == "" }), ", ")
		if a.Said != "" {
			lines[i] += ": “" + a.Said + "”"
		}
		if a.Capture != nil {
			lines[i] += " (copy " + strconv.FormatInt(a.Capture.ID, 10) + ")"
		}
	}
	return strings.Join(lines, "\n")
}

func pieces(list []standing) string {
	lines := make([]string, len(list))
	for i, e := range list {
		lines[i] = e.Stance.Label() + ": "
		if e.Speaker != "" {
			lines[i] += e.Speaker + ": "
		}
		lines[i] += "“" + e.Exact + "”"
	}
	return strings.Join(lines, "\n")
}

func exhibitWords(list []displayed) string {
	lines := make([]string, len(list))
	for i, e := range list {
		lines[i] = factcheck.Letter(i+1) + ", " + e.Kind.Label() + ", " + e.Stance.Label() + ": " + e.Description + " From: " + e.Origin + " Vouched for by " + e.VouchedBy + "."
	}
	return strings.Join(lines, "\n")
}
