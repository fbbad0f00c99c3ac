package quote

import (
	"errors"
	"testing"
)

func TestVerifySeesEveryChange(t *testing.T) {
	d := NewDocument(story)
	good, err := d.Find(Selector{Exact: "not leaving […] decided"})
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		field  string
		change func(a *Anchor)
	}{
		{"spans", func(a *Anchor) { a.Spans[0].Exact = "Not leaving" }},
		{"spans", func(a *Anchor) { a.Spans[0].Start++ }},
		{"spans", func(a *Anchor) { a.Spans[0], a.Spans[1] = a.Spans[1], a.Spans[0] }},
		{"spans", func(a *Anchor) { a.Spans[1].End = 9000 }},
		{"spans", func(a *Anchor) { a.Spans[0].Start = -1 }},
		{"spans", func(a *Anchor) { a.Spans = nil }},
		{"start", func(a *Anchor) { a.Start-- }},
		{"end", func(a *Anchor) { a.End++ }},
		{"exact", func(a *Anchor) { a.Exact = "not leaving … decided" }},
		{"prefix", func(a *Anchor) { a.Prefix = "Azerbaijan is " }},
		{"suffix", func(a *Anchor) { a.Suffix = "" }},
	}
	if err := d.Verify(good); err != nil {
		t.Errorf("a good anchor: %v", err)
	}
	for i, tt := range tests {
		bad := good
		bad.Spans = append([]Span(nil), good.Spans...)
		tt.change(&bad)
		var mismatch *Mismatch
		if err := d.Verify(bad); !errors.As(err, &mismatch) || mismatch.Field != tt.field {
			t.Errorf("change %d: %v; want a mismatch in %s", i, err, tt.field)
		}
	}
}

func TestVerifyTakesAnAnchorWithoutSpansAsOne(t *testing.T) {
	d := NewDocument(story)
	a, err := d.Find(Selector{Exact: "Nothing is decided"})
	if err != nil {
		t.Fatal(err)
	}
	a.Spans = nil
	if err := d.Verify(a); err != nil {
		t.Error(err)
	}
}

func TestVerifyFailsInAnotherText(t *testing.T) {
	a, err := NewDocument(story).Find(Selector{Exact: "Nothing is decided"})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"", "Short.", "X" + story, story[1:]} {
		if NewDocument(text).Verify(a) == nil {
			t.Errorf("it verifies in %q", text)
		}
	}
}
