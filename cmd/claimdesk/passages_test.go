package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// seated is a newsroom with the brief as source 1.
func seated(t *testing.T) string {
	t.Helper()
	at := "--data=" + t.TempDir()
	done(t, "", "user", "list", at)
	done(t, "", "source", "add", written(t, "chair.txt", brief), at)
	return at
}

func TestPassagesThatBearOnClaimsArePrinted(t *testing.T) {
	at := seated(t)
	claims := "\ufeffc1\tNo minister was sent\r\n\n \t \r\nc 2\tIn spring\tnobody took the seat\nnone\tZirkonfalter\nempty\t\nlast\tIt paid what it owed in the autumn"
	printed := done(t, claims, "passages", "--source", "1", at)
	if !regexp.MustCompile(`^(\S[^\t]*\t[1-9]\t[1-9]\t\d\.\d{4}\n)+$`).MatchString(printed) {
		t.Fatalf("it prints %q", printed)
	}
	for _, begins := range []string{"c1\t2\t1\t", "c 2\t3\t1\t", "last\t4\t1\t"} {
		if !strings.HasPrefix(printed, begins) && !strings.Contains(printed, "\n"+begins) {
			t.Errorf("no line begins with %q: %q", begins, printed)
		}
	}
	if strings.Contains(printed, "none") || strings.Contains(printed, "empty") {
		t.Errorf("something bears on nothing: %q", printed)
	}
	if one := done(t, claims, "passages", "--source=1", "--limit=1", at); strings.Count(one, "\n") != 3 {
		t.Errorf("limited to one passage it prints %q", one)
	}
	if nothing := done(t, "", "passages", "--source=1", at); nothing != "" {
		t.Errorf("of no claims it prints %q", nothing)
	}
}

func TestPassagesArePrintedAsJSON(t *testing.T) {
	printed := done(t, "c\"1\tNo minister was sent\nc2\tThe dues were paid\n", "passages", "--source", "1", "--limit", "1", "--json", seated(t))
	var got []bearing
	for line := range strings.Lines(printed) {
		var b bearing
		decoder := json.NewDecoder(strings.NewReader(line))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&b); err != nil {
			t.Fatal(err)
		}
		got = append(got, b)
	}
	if len(got) != 2 || got[0].ID != `c"1` || got[0].Passage != 2 || got[0].Rank != 1 || got[0].Score <= 0 || got[1].ID != "c2" || got[1].Passage != 4 {
		t.Errorf("it prints %q", printed)
	}
}

func TestALineThatCannotBeReadIsNamed(t *testing.T) {
	at := seated(t)
	for name, test := range map[string]struct{ lines, reason string }{
		"no tab":        {"c1\tNo minister was sent\n\nNo minister was sent\n", "line 3: there is no tab"},
		"no id":         {"\tNo minister was sent\n", "line 1: there is no id"},
		"not UTF-8":     {"c1\tNo minister was sent\nc2\tNo m\xe9nister\n", "line 2: it is not UTF-8 at byte 7"},
		"UTF-16":        {"\xff\xfec\x001\x00\t\x00", "line 1: it is not UTF-8 at byte 0"},
		"a long line":   {"c1\tNo minister was sent\nc2\t" + strings.Repeat("minister ", 1<<17) + "\n", "line 2: it is longer than 64 KB"},
		"a long rest":   {"c1\tNo minister was sent\nc2\t" + strings.Repeat("a", 1<<20), "line 2: it is longer than 64 KB"},
		"a long number": {"c1\tNo minister was sent\n" + strings.Repeat("1", 1<<17), "line 2: it is longer than 64 KB"},
	} {
		got := claimdesk(t, test.lines, "passages", "--source", "1", at)
		refused(t, got, exitFailed, test.reason)
		if before := strings.HasPrefix(test.lines, "c1"); before != strings.HasPrefix(got.out, "c1\t2\t1\t") {
			t.Errorf("%s: before the line it printed %q", name, got.out)
		}
	}
	almost := "c1\tNo minister " + strings.Repeat("a", longestLine-20) + "\n"
	if printed := done(t, almost, "passages", "--source", "1", at); !strings.HasPrefix(printed, "c1\t2\t1\t") {
		t.Errorf("of a line that just fits it prints %q", printed)
	}
}

func TestPassagesOfNoSourceAreRefused(t *testing.T) {
	at := seated(t)
	refused(t, claimdesk(t, "c1\tNo minister was sent\n", "passages", "--source", "7", at), exitFailed, "There is no source 7")
	refused(t, claimdesk(t, "", "passages", "--source", "0", at), exitFailed, "source 0")
	refused(t, claimdesk(t, "", "passages", "--source", "1", "--data", t.TempDir()), exitFailed, "there is no newsroom in ")
}

// TestEachClaimIsAnsweredBeforeTheNext talks with a process, beside a server.
func TestEachClaimIsAnsweredBeforeTheNext(t *testing.T) {
	folder := t.TempDir()
	done(t, "", "user", "list", "--data", folder)
	done(t, "", "source", "add", written(t, "chair.txt", brief), "--data", folder)
	process(t, folder)
	program := exec.Command(os.Args[0], "passages", "--source", "1", "--limit", "1", "--data", folder)
	program.Env = append(os.Environ(), asProgram+"=1")
	var wrong bytes.Buffer
	program.Stderr = &wrong
	in, err := program.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := program.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	answers := bufio.NewReader(out)
	for claim, want := range map[string]string{"a\tNo minister was sent\n": "a\t2\t1\t", "b\tThe dues were paid\n": "b\t4\t1\t"} {
		if _, err := io.WriteString(in, claim); err != nil {
			t.Fatal(err)
		}
		if line, err := answers.ReadString('\n'); err != nil || !strings.HasPrefix(line, want) {
			t.Errorf("%q is answered with %q, %v", claim, line, err)
		}
	}
	in.Close()
	if err := program.Wait(); err != nil || wrong.Len() > 0 {
		t.Errorf("it ended with %v: %q", err, wrong.String())
	}
}
