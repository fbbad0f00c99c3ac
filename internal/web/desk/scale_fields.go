package desk

import (
	"slices"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
)

// mostRatings is how many ratings a form is read for: twice as many as there
// are shapes to tell them by.
const mostRatings = 32

// ratingDrafts are the ratings as they were typed, in the order in which they
// stood.
func ratingDrafts(form request.Values) []factcheck.RatingDraft {
	words := typedWords(form)
	drafts := make([]factcheck.RatingDraft, min(max(form.Int("count"), 0), mostRatings))
	for i := range drafts {
		prefix := "ratings." + strconv.Itoa(i) + "."
		get := func(field string) string { return form.Get(prefix + field) }
		drafts[i] = factcheck.RatingDraft{Slug: get("slug"), Label: get("label"), Definition: get("definition"),
			Guidance: get("guidance"), Number: get("number"), Tone: get("tone"), Light: strings.TrimSpace(get("light")),
			Dark: strings.TrimSpace(get("dark")), Shape: get("shape"), Words: words[strconv.Itoa(i)]}
	}
	return drafts
}

// typedWords are what was typed in other languages, by rating and language.
func typedWords(form request.Values) map[string]map[string]factcheck.RatingWords {
	found := map[string]map[string]factcheck.RatingWords{}
	for name := range form.Fields() {
		parts := strings.Split(name, ".")
		if len(parts) != 5 || parts[0] != "ratings" || parts[2] != "words" {
			continue
		}
		rating, lang := parts[1], parts[3]
		if found[rating] == nil {
			found[rating] = map[string]factcheck.RatingWords{}
		}
		w := found[rating][lang]
		switch parts[4] {
		case "label":
			w.Label = form.Get(name)
		case "definition":
			w.Definition = form.Get(name)
		}
		found[rating][lang] = w
	}
	return found
}

// rearrange moves a rating, takes it off or adds one; anything else changes
// nothing.
func rearrange(v *view.ScaleView, do, which string) {
	i, err := strconv.Atoi(which)
	inside := err == nil && i >= 0 && i < len(v.Ratings)
	switch {
	case do == "add" && len(v.Ratings) < mostRatings:
		v.Ratings = append(v.Ratings, factcheck.RatingDraft{Tone: factcheck.Tones[0].Name, Shape: freeShape(v.Ratings)})
		v.Open = len(v.Ratings) - 1
	case do == "up" && inside && i > 0:
		v.Ratings[i], v.Ratings[i-1] = v.Ratings[i-1], v.Ratings[i]
	case do == "down" && inside && i < len(v.Ratings)-1:
		v.Ratings[i], v.Ratings[i+1] = v.Ratings[i+1], v.Ratings[i]
	case do == "retire" && inside:
		v.Ratings = slices.Delete(v.Ratings, i, i+1)
	}
}

// freeShape is the first that no rating has; "" when all are taken.
func freeShape(drafts []factcheck.RatingDraft) string {
	for _, shape := range factcheck.Shapes {
		if !slices.ContainsFunc(drafts, func(d factcheck.RatingDraft) bool { return d.Shape == shape }) {
			return shape
		}
	}
	return ""
}

// indexOf is where a rating stands among drafts, or -1.
func indexOf(drafts []factcheck.RatingDraft, slug string) int {
	return slices.IndexFunc(drafts, func(d factcheck.RatingDraft) bool { return d.Slug == slug })
}
