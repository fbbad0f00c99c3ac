package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"claimdesk/internal/store"
)

// running is a command that serves until it is stopped.
type running struct {
	lines chan string // of stdout, closed at the end
	log   bytes.Buffer
	stop  context.CancelFunc
	code  chan int
}

// start runs a command in the background; the test's end stops it.
func start(t *testing.T, args ...string) *running {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	r := &running{lines: make(chan string, 100), stop: stop, code: make(chan int, 1)}
	stdout, printed := io.Pipe()
	go func() {
		err := run(ctx, args, strings.NewReader(""), printed, &r.log)
		code := exitCode(err, &r.log)
		printed.Close()
		r.code <- code
	}()
	go sendLines(stdout, r.lines)
	t.Cleanup(stop)
	return r
}

// ended stops the command and fails unless it ends well.
func (r *running) ended(t *testing.T) {
	t.Helper()
	r.stop()
	if code := <-r.code; code != exitDone {
		t.Errorf("it ended with %d:\n%s", code, r.log.String())
	}
}

// line is the next line of stdout.
func (r *running) line(t *testing.T) string {
	t.Helper()
	line, ok := <-r.lines
	if !ok {
		t.Fatalf("it ended with %d:\n%s", <-r.code, r.log.String())
	}
	return line
}

// address is the base URL out of the first line.
func (r *running) address(t *testing.T) string {
	t.Helper()
	return addressIn(t, r.line(t))
}

func addressIn(t *testing.T, line string) string {
	t.Helper()
	for _, word := range strings.Fields(line) {
		if rest, ok := strings.CutPrefix(word, "http://"); ok {
			return "http://" + rest[:strings.IndexByte(rest, '/')]
		}
	}
	t.Fatalf("there is no address in %q", line)
	return ""
}

// get fails unless an address answers 200, and gives what it answers.
func get(t *testing.T, address string) string {
	t.Helper()
	answer, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s answers %d, %v:\n%s", address, answer.StatusCode, err, body)
	}
	return string(body)
}

func TestServeStartsOnAFreePortAndStops(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "newsroom")
	r := start(t, "serve", "--addr", "127.0.0.1:0", "--data", folder, "--site-name", "The Night Desk")
	base := r.address(t)
	r.line(t)
	setup := r.line(t)
	get(t, base+"/readyz")
	if page := get(t, base+"/"); !strings.Contains(page, "The Night Desk") {
		t.Errorf("the flag's name is not on the page")
	}
	if !strings.HasPrefix(setup, base+"/desk/setup/") {
		t.Errorf("instead of a link to set up it says %q", setup)
	}
	get(t, setup)
	r.ended(t)
	if _, err := os.Stat(filepath.Join(folder, store.FileName+"-wal")); !os.IsNotExist(err) {
		t.Errorf("the write-ahead log was not folded back: %v", err)
	}
	if !strings.Contains(r.log.String(), "msg=stopped") {
		t.Errorf("the log is\n%s", r.log.String())
	}
}

func TestCommandsWorkBesideARunningServer(t *testing.T) {
	at := "--data=" + t.TempDir()
	r := start(t, "serve", "--addr", "127.0.0.1:0", at)
	base := r.address(t)
	done(t, passphrase, "user", "add", "--email", "boss@example.org", "--name", "Boss", "--role", "admin", "--password-stdin", at)
	key := record[token](t, done(t, "", "token", "add", "--user", "boss@example.org", "--name", "script", "--json", at)).Key
	done(t, "", "source", "add", written(t, "chair.txt", brief), at)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, base+"/api/v1/sources", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+key)
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if body, err := io.ReadAll(answer.Body); err != nil || !strings.Contains(string(body), "The empty chair") {
		t.Errorf("the server answers %d: %s", answer.StatusCode, body)
	}
	done(t, "", "verify", at)
	r.ended(t)
}

func TestNoSetupLinkIsPrintedOnceThereIsAnAdmin(t *testing.T) {
	at := "--data=" + t.TempDir()
	done(t, "", "user", "add", "--email", "boss@example.org", "--name", "Boss", "--role", "admin", at)
	r := start(t, "serve", "--addr", "127.0.0.1:0", at)
	r.address(t)
	r.ended(t)
	for line := range r.lines {
		t.Errorf("it also says %q", line)
	}
}

func TestAnAddressThatIsTakenIsSaidSo(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	folder := filepath.Join(t.TempDir(), "newsroom")
	got := claimdesk(t, "", "serve", "--addr", taken.Addr().String(), "--data", folder)
	refused(t, got, exitFailed, "something else is listening at "+taken.Addr().String()+" already")
	if _, err := os.Stat(folder); !os.IsNotExist(err) {
		t.Errorf("a newsroom was made all the same: %v", err)
	}
}
