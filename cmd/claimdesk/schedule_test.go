package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"
)

// colleague calls the API of a server as one person.
type colleague struct {
	t    *testing.T
	host string
	key  string
}

// joined is a person of the newsroom with a token.
func joined(t *testing.T, at, name, role string) colleague {
	t.Helper()
	email := name + "@example.org"
	done(t, "", "user", "add", "--email", email, "--name", name, "--role", role, at)
	made := record[token](t, done(t, "", "token", "add", "--user", email, "--name", "tests", "--json", at))
	return colleague{t: t, key: made.Key}
}

// asks sends a call and reads the answer, which must be a success.
func (c colleague) asks(ctx context.Context, method, path, body string) map[string]any {
	c.t.Helper()
	request, err := http.NewRequestWithContext(ctx, method, "http://"+c.host+"/api/v1/"+path, strings.NewReader(body))
	if err != nil {
		c.t.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+c.key)
	request.Header.Set("Content-Type", "application/json")
	if method == http.MethodPut {
		request.Header.Set("If-Match", fmt.Sprintf(`"%.0f"`, c.asks(ctx, http.MethodGet, "claims/1", "")["version"]))
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		c.t.Fatal(err)
	}
	defer response.Body.Close()
	var answer map[string]any
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil || response.StatusCode >= 300 {
		c.t.Fatalf("%s %s answers %d: %v, %v", method, path, response.StatusCode, answer, err)
	}
	return answer
}

// checked is a claim with all that publishing needs, approved.
func (c colleague) checked(ctx context.Context, editor colleague) {
	c.t.Helper()
	for _, step := range []struct{ method, path, body string }{
		{"POST", "sources", `{"title": "Minutes", "text": "The seat is empty. Nobody has resigned."}`},
		{"POST", "claims", `{"text": "The seat was given up", "source_id": 1}`},
		{"POST", "claims/1/evidence", `{"source_id": 1, "exact": "Nobody has resigned.", "stance": "refutes"}`},
		{"PUT", "claims/1/verdict", `{"rating": "false", "explanation": "Nobody has."}`},
		{"PUT", "claims/1/article", `{"headline": "Nobody has resigned", "slug": "the-seat", "summary": "The seat is empty.", "body": "It is empty. [1]"}`},
		{"POST", "claims/1/submit", `{}`},
	} {
		c.asks(ctx, step.method, step.path, step.body)
	}
	editor.asks(ctx, "POST", "claims/1/approve", `{}`)
}

// revisions is how often the check was published.
func (c colleague) revisions(ctx context.Context) int {
	c.t.Helper()
	if list := c.asks(ctx, "GET", "fact-checks", "")["items"].([]any); len(list) == 0 {
		return 0
	}
	return len(c.asks(ctx, "GET", "fact-checks/the-seat/revisions", "")["items"].([]any))
}

func TestAScheduledCheckIsPublishedOnceByServersThatAreKilled(t *testing.T) {
	folder := t.TempDir()
	at := "--data=" + folder
	reporter, editor := joined(t, at, "ani", "reporter"), joined(t, at, "bo", "editor")
	first, host, _ := process(t, folder)
	reporter.host, editor.host = host, host
	reporter.checked(t.Context(), editor)
	due := time.Now().Add(5 * time.Second).UTC().Format(time.RFC3339)
	editor.asks(t.Context(), "POST", "claims/1/publish", fmt.Sprintf(`{"at": %q}`, due))
	if err := first.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = first.Wait()

	second, host, log := process(t, folder)
	reporter.host = host
	go func() { // a full pipe would hold the server up
		for range log {
		}
	}()
	limited, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	for reporter.revisions(limited) == 0 { // fails when the time is over
		<-time.After(50 * time.Millisecond)
	}
	if err := second.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = second.Wait()

	_, host, _ = process(t, folder)
	reporter.host = host
	if n := reporter.revisions(t.Context()); n != 1 {
		t.Errorf("the check was published %d times", n)
	}
	if c := reporter.asks(t.Context(), "GET", "claims/1", ""); c["status"] != "published" || c["publish_at"] != nil {
		t.Errorf("the claim is %v, to be published %v", c["status"], c["publish_at"])
	}
	done(t, "", "verify", at)
}
