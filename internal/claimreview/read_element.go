package claimreview

import (
	"bytes"
	"encoding/json"
	"strings"

	"claimdesk/internal/factcheck"
)

// element looks at one object: a check, something that holds checks, or
// something else, which is left out.
func (r *Reading) element(raw json.RawMessage) error {
	r.Element++
	if len(raw) > factcheck.MaxReview {
		return r.wrong("one record is longer than 1 MB")
	}
	var n any
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	if err := decoder.Decode(&n); err != nil {
		return err
	}
	found, err := r.inside(n, 0)
	if err == nil && !found {
		r.Skipped++
		r.remember(n)
	}
	return err
}

// The deepest that checks lie in one record: a list in an item of a DataFeed.
const deepest = 8

// inside passes on each check that lies in a value, and tells whether there
// was one.
func (r *Reading) inside(value any, depth int) (found bool, err error) {
	if depth > deepest {
		return false, nil
	}
	if list, is := value.([]any); is {
		for _, v := range list {
			is, err := r.inside(v, depth+1)
			if err != nil {
				return false, err
			}
			found = found || is
		}
		return found, nil
	}
	n, is := value.(map[string]any)
	switch {
	case !is:
		return false, nil
	case node(n).check():
		return true, r.pass(node(n))
	case n["claimReview"] != nil && n["text"] != nil:
		return true, r.answers(node(n))
	}
	for _, key := range []string{"item", "dataFeedElement", "@graph", "mainEntity", "review", "hasPart"} {
		is, err := r.inside(n[key], depth+1)
		if err != nil {
			return false, err
		}
		found = found || is
	}
	return found, nil
}

// check tells whether the object is a ClaimReview.
func (n node) check() bool {
	for _, t := range texts(n["@type"]) {
		if strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(t, "https://schema.org/"), "http://schema.org/"), "schema:") == "ClaimReview" {
			return true
		}
	}
	return n["@type"] == nil && n["claimReviewed"] != nil
}

func (r *Reading) pass(n node) error {
	content, err := json.Marshal(map[string]any(n))
	if err != nil {
		return err
	}
	f := found(n)
	f.Content, f.Line, f.Element = string(content), r.line(), r.Element
	if id := reference(n["author"]); f.Publisher == "" && id != "" {
		if r.names[id] == "" && len(r.waiting) < mostRemembered {
			f.AuthorURL = id
			r.waiting = append(r.waiting, f)
			return nil
		}
		f.AuthorURL = id
	}
	return r.each(r.named(f))
}

// named gives a check the name of the publisher that it names by an id alone.
func (r *Reading) named(f Found) Found {
	if f.Publisher == "" {
		f.Publisher = r.names[f.AuthorURL]
	}
	return f
}

// remember keeps what a thing beside the checks is called, such as the
// publisher in a @graph.
func (r *Reading) remember(value any) {
	n, is := value.(map[string]any)
	if !is || len(r.names) >= mostRemembered {
		return
	}
	if id, name := text(n["@id"]), text(n["name"]); id != "" && name != "" {
		r.names[id] = name
	}
}

// reference is the id by which a value names something that lies elsewhere.
func reference(value any) string {
	n, is := first(value).(map[string]any)
	if !is || n["name"] != nil {
		return ""
	}
	return text(n["@id"])
}

// searched reads one claim of an answer of claims:search, with all its checks.
func (r *Reading) searched(raw json.RawMessage) error {
	return r.element(raw)
}

// answers passes on the checks of one claim of an answer of claims:search.
func (r *Reading) answers(claim node) error {
	for _, v := range list(claim["claimReview"]) {
		review, _ := v.(map[string]any)
		publisher, _ := review["publisher"].(map[string]any)
		content, err := json.Marshal(map[string]any{"text": claim["text"], "claimant": claim["claimant"], "claimDate": claim["claimDate"], "claimReview": []any{v}})
		if err != nil {
			return err
		}
		f := Found{Line: r.line(), Element: r.Element, OtherReview: factcheck.OtherReview{
			URL: linkIn(review["url"]), Publisher: plain(publisher["name"]), Title: plain(review["title"]),
			Claim: plain(claim["text"]), Claimant: plain(claim["claimant"]), ClaimedOn: day(claim["claimDate"]),
			ReviewedOn: day(review["reviewDate"]), Rating: plain(review["textualRating"]), Language: tongue(review["languageCode"]),
			Content: string(content),
		}}
		f.Speaker.Name, f.Retracted = f.Claimant, retracted(f.Rating)
		if err := r.each(f); err != nil {
			return err
		}
	}
	return nil
}
