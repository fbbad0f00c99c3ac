package newsroom

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// facts puts kept stands in words, for one reader.
type facts struct {
	ctx   context.Context
	q     *store.Queries
	by    factcheck.Actor
	names map[int64]string // of people
}

func newFacts(ctx context.Context, q *store.Queries, by factcheck.Actor) (*facts, error) {
	users, err := q.Users(ctx)
	f := &facts{ctx: ctx, q: q, by: by, names: map[int64]string{}}
	for _, u := range users {
		f.names[u.ID] = u.Name
	}
	return f, err
}

// of is everything that a stand says.
func (f *facts) of(v store.Version) ([]Fact, error) {
	if v.Subject == "claim" {
		return f.claim(v)
	}
	from := json.NewDecoder(bytes.NewReader([]byte(v.Content)))
	from.UseNumber()
	var all []Fact
	err := f.flat(from, "", &all)
	return all, err
}

// claim reads the verdict and the article that a claim's stand names.
func (f *facts) claim(v store.Version) ([]Fact, error) {
	var s stand
	if err := json.Unmarshal([]byte(v.Content), &s); err != nil {
		return nil, fmt.Errorf("%s: %w", v, err)
	}
	var all []Fact
	add := func(name, text string) {
		if text != "" {
			all = append(all, Fact{name, text})
		}
	}
	add("status", s.Status.Label())
	add("text", s.Text)
	add("language", s.Language)
	if s.Claimant != nil {
		add("claimant", s.Claimant.Name)
	}
	add("said_on", string(s.SaidOn))
	for _, a := range s.Appearances {
		add("appearance", strings.Join(strings.Fields(a.Outlet+" "+a.URL+" "+string(a.SeenOn)+" "+a.Said), " "))
	}
	add("topics", strings.Join(s.Topics, ", "))
	if s.SourceID != 0 {
		add("source_id", f.source(s.SourceID))
	}
	add("assignee_id", f.names[s.AssigneeID])
	f.plan(s, add)
	for _, e := range s.Evidence {
		words := e.Stance.Label() + ": “" + e.Exact + "”"
		if e.Note != "" {
			words += " (" + e.Note + ")"
		}
		add("evidence", words)
	}
	for _, e := range s.Exhibits {
		add("exhibit", e.Stance.Label()+": "+e.Description)
	}
	if s.Revision > 0 {
		add("revision", strconv.Itoa(s.Revision))
	}
	return all, f.written(s, add)
}

func (f *facts) plan(s stand, add func(name, text string)) {
	if p := s.Plan; p != nil {
		add("due_on", string(p.DueOn))
		add("review_by", string(p.ReviewBy))
		if p.Reach > 0 {
			add("reach", strconv.Itoa(p.Reach))
		}
		if p.Harm > 0 {
			add("harm", strconv.Itoa(p.Harm))
		}
	}
	if s.MergedInto != 0 {
		add("merged_into", "#"+strconv.FormatInt(s.MergedInto, 10))
	}
	if s.PublishAt != 0 {
		add("publish_at", instant(time.UnixMilli(s.PublishAt)))
	}
}

// written adds the texts that have records of their own.
func (f *facts) written(s stand, add func(name, text string)) error {
	if s.VerdictID != 0 {
		v, err := f.q.Verdict(f.ctx, s.VerdictID)
		if err != nil {
			return err
		}
		add("rating", v.Rating.Label)
		add("explanation", v.Explanation)
		for _, r := range v.Reasons {
			add("reason", r.Label())
		}
		if m := v.Misread; m != nil && m.SourceID != 0 {
			add("misread", f.source(m.SourceID))
		} else if m != nil {
			add("misread", m.Description)
		}
		add("as_of", string(v.AsOf))
	}
	if s.ArticleID != 0 {
		a, err := f.q.Article(f.ctx, s.ArticleID)
		if err != nil {
			return err
		}
		add("headline", a.Headline)
		add("slug", a.Slug)
		add("summary", a.Summary)
		add("body", a.Body)
	}
	return nil
}

// source is the title of one, as far as the reader may know it.
func (f *facts) source(id int64) string {
	s, err := f.q.Source(f.ctx, id)
	switch {
	case err != nil:
		return "source " + strconv.FormatInt(id, 10)
	case !s.SeenBy(f.by):
		return factcheck.ProtectedTitle
	}
	return s.Title
}

// flat writes one value of JSON as facts, named by the way that leads to them.
func (f *facts) flat(from *json.Decoder, name string, all *[]Fact) error {
	token, err := from.Token()
	if err != nil {
		return err
	}
	switch v := token.(type) {
	case json.Delim:
		for from.More() {
			inner := name
			if v == '{' {
				key, err := from.Token()
				if err != nil {
					return err
				}
				inner = strings.TrimPrefix(name+"."+fmt.Sprint(key), ".")
			}
			if err := f.flat(from, inner, all); err != nil {
				return err
			}
		}
		if _, err = from.Token(); err == io.EOF {
			err = nil
		}
		return err
	case nil:
		return nil
	case bool:
		*all = append(*all, Fact{name, map[bool]string{true: "yes", false: "no"}[v]})
	case json.Number:
		if v.String() != "0" {
			*all = append(*all, Fact{name, f.number(name, v)})
		}
	case string:
		if v != "" && v != "0001-01-01T00:00:00Z" {
			*all = append(*all, Fact{name, v})
		}
	}
	return nil
}

// number is the name of a person where a number stands for one.
func (f *facts) number(name string, n json.Number) string {
	id, err := n.Int64()
	if err == nil && (name == "Users" || strings.HasSuffix(strings.ToLower(name), "_by") || strings.HasSuffix(name, "By")) && f.names[id] != "" {
		return f.names[id]
	}
	if err == nil && (name == "RestsOn" || name == "rests_on") {
		return f.source(id)
	}
	return n.String()
}
