package main

import (
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheExampleTellsOfItselfInOneLineAndLeavesNothing(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	r := start(t, "demo", "--json", "--addr", "127.0.0.1:0")
	told := record[invitation](t, r.line(t)+"\n")
	if page := get(t, told.URL+"/"); !strings.Contains(strings.ToLower(page), "example") {
		t.Error("the home page does not say that this is an example")
	}
	if len(told.Logins) != 3 {
		t.Fatalf("the logins are %+v", told.Logins)
	}
	for _, l := range told.Logins {
		logIn(t, told.URL, l)
	}
	r.ended(t)
	for line := range r.lines {
		t.Errorf("it also says %q", line)
	}
	if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) > 0 {
		t.Errorf("it left %v, %v", left, err)
	}
}

// logIn fails unless a login leads to the desk.
func logIn(t *testing.T, base string, l login) {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	form := url.Values{"email": {l.Email}, "password": {l.Password}}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, base+"/desk/login", strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Origin", base)
	browser := http.Client{Jar: jar}
	answer, err := browser.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK || answer.Request.URL.Path != "/desk" {
		t.Errorf("the %s comes to %s with %d", l.Role, answer.Request.URL, answer.StatusCode)
	}
}

func TestAnExampleInAFolderIsKept(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "example")
	for range 2 {
		r := start(t, "demo", "--addr", "127.0.0.1:0", "--data", folder)
		get(t, r.address(t)+"/readyz")
		r.ended(t)
		var rest strings.Builder
		for line := range r.lines {
			rest.WriteString(line + "\n")
		}
		if said := rest.String(); !strings.Contains(said, "editor") || !strings.Contains(said, "It is kept in "+folder) {
			t.Errorf("it says\n%s", said)
		}
	}
	if r := done(t, "", "verify", "--data", folder); !strings.Contains(r, "Everything holds.") {
		t.Errorf("verify says %q", r)
	}
}

func TestANewsroomOfOnesOwnIsNoExample(t *testing.T) {
	folder := t.TempDir()
	done(t, "", "user", "list", "--data", folder)
	got := claimdesk(t, "", "demo", "--addr", "127.0.0.1:0", "--data", folder)
	refused(t, got, exitFailed, "not an example: name another folder with --data")
	if people := done(t, "", "user", "list", "--json", "--data", folder); people != "[]\n" {
		t.Errorf("there are people in it now: %s", people)
	}
}
