package quote

// Verify re-checks a stored anchor against the text, letter for letter: every
// span where it is said to stand, in order, the prefix and suffix around them,
// and Exact as their join. It returns nil or a *Mismatch. An anchor without spans
// is one span from Start to End.
func (d *Document) Verify(a Anchor) error {
	spans := a.Spans
	if len(spans) == 0 {
		spans = []Span{{Start: a.Start, End: a.End, Exact: a.Exact}}
	}
	at := 0
	for _, s := range spans {
		if err := d.verifySpan(s, at); err != nil {
			return err
		}
		at = s.End
	}
	prefix, suffix := d.context(a.Start, a.End)
	switch {
	case spans[0].Start != a.Start:
		return &Mismatch{"start", "it is not where the first span begins"}
	case at != a.End:
		return &Mismatch{"end", "it is not where the last span ends"}
	case joinSpans(spans) != a.Exact:
		return &Mismatch{"exact", "it is not the words of the spans"}
	case prefix != a.Prefix:
		return &Mismatch{"prefix", "other words stand before the quote"}
	case suffix != a.Suffix:
		return &Mismatch{"suffix", "other words stand after the quote"}
	}
	return nil
}

// verifySpan checks one span, which must not begin before code point least.
func (d *Document) verifySpan(s Span, least int) error {
	switch {
	case s.Start < least || s.End <= s.Start || s.End > d.length:
		return &Mismatch{"spans", "they are out of order or beyond the text"}
	case d.Slice(s.Start, s.End) != s.Exact:
		return &Mismatch{"spans", "other words stand at these characters"}
	}
	return nil
}
