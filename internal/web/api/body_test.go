package api

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTheFirstByteThatIsNoUnicodeIsFound(t *testing.T) {
	for name, c := range map[string]struct {
		raw   string
		at    int
		field string
	}{
		"sound":              {`{"text":"a\ud83d\ude00é\\ud83d"}`, -1, ""},
		"empty":              {"", -1, ""},
		"a byte":             {"{\"text\":\"a\xff\"}", 10, "text"},
		"in the second":      {"{\"language\":\"en\",\"text\":\"\xc3\"}", 25, "text"},
		"in a nested one":    {"{\"claimant\":{\"name\":\"\xe9\"},\"text\":\"a\"}", 21, "claimant"},
		"after a nested one": {"{\"topics\":[\"a\",{\"b\":1}],\"text\":\"\xe9\"}", 32, "text"},
		"half a pair":        {`{"text":"a\ud83d"}`, 10, "text"},
		"the other half":     {`{"text":"\ude00"}`, 9, "text"},
		"two first halves":   {`{"text":"\ud83d\ud83d\ude00"}`, 9, "text"},
		"no object":          {"\xff", 0, "body"},
		"the byte is first":  {"{\"a\":\"\xff\\ud83d\"}", 6, "a"},
		"the pair is first":  {"{\"a\":\"\\ud83d\xff\"}", 6, "a"},
	} {
		at := firstFault([]byte(c.raw))
		if at != c.at {
			t.Errorf("%s: at %d, want %d", name, at, c.at)
			continue
		}
		if at >= 0 && fieldAt([]byte(c.raw), at) != c.field {
			t.Errorf("%s: field %q, want %q", name, fieldAt([]byte(c.raw), at), c.field)
		}
	}
}

// FuzzBody looks for bodies on which the search for what is no Unicode fails.
func FuzzBody(f *testing.F) {
	f.Add([]byte(`{"text":"a\ud83d\ude00","topics":["b"]}`))
	f.Add([]byte("{\"text\":\"a\xff\"}"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if at := firstFault(raw); at >= len(raw) {
			t.Fatalf("at %d of %d", at, len(raw))
		} else if at >= 0 && fieldAt(raw, at) == "" && json.Valid(raw) {
			t.Logf("a field without a name")
		}
	})
}

// TestPatchMergesAsTheRFCSays has the cases of RFC 7396, appendix A, that are about objects.
func TestPatchMergesAsTheRFCSays(t *testing.T) {
	for _, c := range []struct{ target, patch, want string }{
		{`{"a":"b"}`, `{"a":"c"}`, `{"a":"c"}`},
		{`{"a":"b"}`, `{"b":"c"}`, `{"a":"b","b":"c"}`},
		{`{"a":"b"}`, `{"a":null}`, `{}`},
		{`{"a":"b","b":"c"}`, `{"a":null}`, `{"b":"c"}`},
		{`{"a":["b"]}`, `{"a":"c"}`, `{"a":"c"}`},
		{`{"a":"c"}`, `{"a":["b"]}`, `{"a":["b"]}`},
		{`{"a":{"b":"c"}}`, `{"a":{"b":"d","c":null}}`, `{"a":{"b":"d"}}`},
		{`{"a":[{"b":"c"}]}`, `{"a":[1]}`, `{"a":[1]}`},
		{`{"a":"foo"}`, `"bar"`, `"bar"`},
		{`{"e":null}`, `{"a":1}`, `{"e":null,"a":1}`},
		{`{}`, `{"a":{"bb":{"ccc":null}}}`, `{"a":{"bb":{}}}`},
	} {
		if diff := cmp.Diff(tree(t, c.want), merged(tree(t, c.target), tree(t, c.patch))); diff != "" {
			t.Errorf("%s with %s (-want +got):\n%s", c.target, c.patch, diff)
		}
	}
}

func tree(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	return v
}
