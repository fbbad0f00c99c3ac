package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
)

// writer records claims through the API, one after the other, and remembers
// what the server has acknowledged.
type writer struct {
	t     *testing.T
	name  string
	key   string
	claim map[int64]string // texts by ids
	sent  string           // the text that was sent last
}

// recorded is as much of a claim as the writers look at.
type recorded struct {
	ID   int64  `json:"id"`
	Text string `json:"text"`
}

// ask sends a request and reads what comes back into answer. It fails when the
// server is gone before all of that is here.
func (w *writer) ask(request *http.Request, answer any) (status int, gone error) {
	w.t.Helper()
	request.Header.Set("Authorization", "Bearer "+w.key)
	response, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	said, err := io.ReadAll(response.Body)
	if err != nil {
		return 0, err
	}
	if err := json.Unmarshal(said, answer); err != nil {
		w.t.Errorf("%s %s answers %d: %.300s", request.Method, request.URL, response.StatusCode, said)
	}
	return response.StatusCode, nil
}

// read asks for what must be there.
func (w *writer) read(address string, answer any) {
	w.t.Helper()
	request, err := http.NewRequestWithContext(w.t.Context(), http.MethodGet, address, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	if status, gone := w.ask(request, answer); status != http.StatusOK {
		w.t.Errorf("%s is answered with %d, %v", address, status, gone)
	}
}

// record sends a claim, with its text as the key that makes it safe to send
// again; false when it was not acknowledged.
func (w *writer) record(host, text string) bool {
	w.t.Helper()
	body := strings.NewReader(fmt.Sprintf(`{"text": %q}`, text))
	request, err := http.NewRequestWithContext(w.t.Context(), http.MethodPost, "http://"+host+"/api/v1/claims", body)
	if err != nil {
		w.t.Error(err)
		return false
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Idempotency-Key", text)
	var made recorded
	status, gone := w.ask(request, &made)
	if gone != nil {
		return false
	}
	if status != http.StatusCreated || made.Text != text {
		w.t.Errorf("recording %q is answered with %d, %+v", text, status, made)
		return false
	}
	w.claim[made.ID] = text
	return true
}

// write records claims until the server is gone, and says so of each.
func (w *writer) write(host string, round int, acknowledged chan<- struct{}) {
	for n := 0; ; n++ {
		w.sent = fmt.Sprintf("Claim %d of %s in round %d", n, w.name, round)
		if !w.record(host, w.sent) {
			return
		}
		acknowledged <- struct{}{}
	}
}

// finds looks up every claim that was acknowledged, and sends once more what
// was not: whether or not it was written, it must be there once.
func (w *writer) finds(host string) {
	w.t.Helper()
	for id, text := range w.claim {
		var there recorded
		w.read(fmt.Sprintf("http://%s/api/v1/claims/%d", host, id), &there)
		if there.Text != text {
			w.t.Errorf("claim %d is %q, not %q", id, there.Text, text)
		}
	}
	if !w.record(host, w.sent) {
		w.t.Errorf("%q cannot be recorded again", w.sent)
	}
}

// writers are programs that somebody has given the same token.
func writers(t *testing.T, at string) []*writer {
	t.Helper()
	done(t, "", "user", "add", "--email", "ani@example.org", "--name", "Ani", "--role", "reporter", at)
	made := record[token](t, done(t, "", "token", "add", "--user", "ani@example.org", "--name", "tests", "--json", at))
	var all []*writer
	for _, name := range []string{"script A", "script B", "script C", "script D"} {
		all = append(all, &writer{t: t, name: name, key: made.Key, claim: map[int64]string{}})
	}
	return all
}

// killed lets everybody write to a server until it has acknowledged so many
// claims, and kills it while they go on.
func killed(t *testing.T, all []*writer, folder string, round, claims int) {
	t.Helper()
	program, host, _ := process(t, folder)
	acknowledged := make(chan struct{})
	var work sync.WaitGroup
	for _, w := range all {
		work.Go(func() { w.write(host, round, acknowledged) })
	}
	go func() { work.Wait(); close(acknowledged) }()
	for range claims {
		<-acknowledged
	}
	if err := program.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for range acknowledged {
	}
	_ = program.Wait()
}

func TestKillingTheServerLosesNothingThatItAcknowledged(t *testing.T) {
	folder := t.TempDir()
	at := "--data=" + folder
	all := writers(t, at)
	for round, claims := range []int{50, 67, 131} {
		killed(t, all, folder, round, claims)
		program, host, _ := process(t, folder)
		expected := 0
		for _, w := range all {
			w.finds(host)
			expected += len(w.claim)
		}
		if got := countClaims(all[0], host); got != expected || got < claims {
			t.Errorf("there are %d claims, %d were recorded", got, expected)
		}
		done(t, "", "verify", at)
		signalled(t, program)
		if err := program.Wait(); err != nil {
			t.Errorf("started again, it ended with %v", err)
		}
	}
}

// countClaims is how many claims the newsroom has.
func countClaims(w *writer, host string) int {
	w.t.Helper()
	count, cursor := 0, ""
	for {
		var page struct {
			Items []recorded `json:"items"`
			Next  string     `json:"next_cursor"`
		}
		w.read("http://"+host+"/api/v1/claims?limit=200&cursor="+url.QueryEscape(cursor), &page)
		count += len(page.Items)
		if cursor = page.Next; cursor == "" {
			return count
		}
	}
}
