package main

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
)

// claimed is a newsroom in which these claims are recorded, from number 1 on.
func claimed(t *testing.T, claims ...string) string {
	t.Helper()
	folder := t.TempDir()
	st, err := store.Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	room, err := newsroom.Open(t.Context(), st, newsroom.Options{BaseURL: "https://check.example"})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range claims {
		if _, err := room.RecordClaim(t.Context(), factcheck.ByConsole(), factcheck.ClaimDraft{Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	return "--data=" + folder
}

func TestClaimsThatTextsMayRepeatArePrinted(t *testing.T) {
	at := claimed(t, "The bridge at Harwick stays closed for ten years", "The ferry to Harwick burns oil", "A wolf walks through Northfield")
	texts := "\ufeffp1\t#HarwickBridge closed?! pic.twitter.com/x — Ivy (@ivy) May 2, 2023\r\n\n \t \r\np 2\twolves\tin Northfield\nnone\tZirkonfalter\nempty\t\nlast\tThat ferry burns OIL"
	printed := done(t, texts, "match", at)
	if !regexp.MustCompile(`^(\S[^\t]*\t[1-9]\t[1-9]\t[01]\.\d{4}\t[^\t]+\n)+$`).MatchString(printed) {
		t.Fatalf("it prints %q", printed)
	}
	for _, begins := range []string{"p1\t1\t1\t", "p1\t2\t2\t", "p 2\t3\t1\t", "last\t2\t1\t"} {
		if !strings.HasPrefix(printed, begins) && !strings.Contains(printed, "\n"+begins) {
			t.Errorf("no line begins with %q: %q", begins, printed)
		}
	}
	if strings.Contains(printed, "none") || strings.Contains(printed, "empty") || !strings.Contains(printed, "\tThe ferry to Harwick burns oil\n") {
		t.Errorf("it prints %q", printed)
	}
	if one := done(t, texts, "match", "--limit=1", at); strings.Count(one, "\n") != 3 {
		t.Errorf("limited to one claim it prints %q", one)
	}
	if nothing := done(t, "", "match", at); nothing != "" {
		t.Errorf("of no texts it prints %q", nothing)
	}
}

func TestMatchesArePrintedAsJSON(t *testing.T) {
	printed := done(t, "p\"1\ta bridge & a ferry\n", "match", "--json", claimed(t, "The bridge & all is shut"))
	var r repetition
	decoder := json.NewDecoder(strings.NewReader(printed))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&r); err != nil {
		t.Fatal(err)
	}
	if r.ID != `p"1` || r.ClaimID != 1 || r.Rank != 1 || r.Score <= 0 || r.Score > 1 || r.Claim != "The bridge & all is shut" || r.Status != "new" || r.Rating != "" {
		t.Errorf("it prints %q", printed)
	}
}

func TestATextThatCannotBeMatchedIsNamedByItsLine(t *testing.T) {
	at := claimed(t, "The bridge at Harwick is closed")
	for name, test := range map[string]struct{ lines, reason string }{
		"no tab":      {"p1\tbridge\n\nbridge\n", "line 3: there is no tab"},
		"no id":       {"\tbridge\n", "line 1: there is no id"},
		"not UTF-8":   {"p1\tbridge\np2\tbr\xe9dge\n", "line 2: it is not UTF-8 at byte 5"},
		"a long line": {"p1\tbridge\np2\t" + strings.Repeat("bridge ", 1<<17) + "\n", "line 2: it is longer than 64 KB"},
		"a long text": {"p1\tbridge\np2\t" + strings.Repeat("a", 10_001) + "\n", "line 2: "},
	} {
		got := claimdesk(t, test.lines, "match", at)
		refused(t, got, exitFailed, test.reason)
		if before := strings.HasPrefix(test.lines, "p1"); before != strings.HasPrefix(got.out, "p1\t1\t1\t") {
			t.Errorf("%s: before the line it printed %q", name, got.out)
		}
	}
	refused(t, claimdesk(t, "", "match", "--limit", "0", at), exitUsage, "--limit must be from 1 to 200")
	refused(t, claimdesk(t, "", "match", "--limit", "201", at), exitUsage, "--limit must be from 1 to 200")
	refused(t, claimdesk(t, "p\tbridge\n", "match", "--data", t.TempDir()), exitFailed, "there is no newsroom in ")
}
