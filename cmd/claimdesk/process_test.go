package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// sendLines sends what is written, line by line, and closes the channel at the
// end.
func sendLines(from io.Reader, to chan<- string) {
	defer close(to)
	for scanner := bufio.NewScanner(from); scanner.Scan(); {
		to <- scanner.Text()
	}
}

// process starts serve as a process of its own over a folder, and gives its
// host and port, and the lines of its log.
func process(t *testing.T, folder string) (*exec.Cmd, string, chan string) {
	t.Helper()
	program := exec.Command(os.Args[0], "serve", "--addr", "127.0.0.1:0", "--data", folder)
	program.Env = append(os.Environ(), asProgram+"=1")
	program.WaitDelay = time.Minute
	stdout, err := program.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	stderr, err := program.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = program.Process.Kill()
		_ = program.Wait()
	})
	lines, log := make(chan string, 100), make(chan string, 100)
	go sendLines(stdout, lines)
	go sendLines(stderr, log)
	return program, strings.TrimPrefix(addressIn(t, <-lines), "http://"), log
}

// underWay begins a request and comes back when the server is reading its
// body, of which nothing was sent yet.
func underWay(t *testing.T, host string) (net.Conn, *bufio.Reader) {
	t.Helper()
	conn, err := net.Dial("tcp", host)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	fmt.Fprintf(conn, "POST /desk/login HTTP/1.1\r\nHost: %s\r\nOrigin: http://%s\r\nExpect: 100-continue\r\n"+
		"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 7\r\n\r\n", host, host)
	answer := bufio.NewReader(conn)
	if line, err := answer.ReadString('\n'); err != nil || !strings.Contains(line, "100 Continue") {
		t.Fatalf("the server says %q, %v", line, err)
	}
	return conn, answer
}

func signalled(t *testing.T, program *exec.Cmd) {
	t.Helper()
	if err := program.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
}

// stopping comes back when the log says that the first signal has come, and
// fails when it never does.
func stopping(t *testing.T, log chan string) {
	t.Helper()
	for line := range log {
		if strings.Contains(line, "stopping when running") {
			return
		}
	}
	t.Fatal("the log does not say that it is stopping")
}

func TestTheFirstSignalLetsARequestFinish(t *testing.T) {
	program, host, log := process(t, t.TempDir())
	conn, answer := underWay(t, host)
	signalled(t, program)
	stopping(t, log)
	fmt.Fprint(conn, "email=a")
	rest, err := io.ReadAll(answer)
	if err != nil || !strings.Contains(string(rest), "HTTP/1.1 422") && !strings.Contains(string(rest), "HTTP/1.1 401") {
		t.Errorf("the request ended with %.200q, %v", rest, err)
	}
	for range log {
		// what it still has to say
	}
	if err := program.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
}

func TestTheSecondSignalEndsAtOnce(t *testing.T) {
	program, host, log := process(t, t.TempDir())
	underWay(t, host)
	signalled(t, program)
	stopping(t, log)
	signalled(t, program)
	for range log {
		// what it still has to say
	}
	if err := program.Wait(); err == nil || !strings.Contains(err.Error(), "signal: terminated") {
		t.Errorf("it ended with %v", err)
	}
}

func TestAProcessEndsWithTheCodeOfItsError(t *testing.T) {
	for arguments, want := range map[string]int{"version": exitDone, "verify --data nowhere": exitFailed, "serve --addr nowhere": exitUsage} {
		program := exec.Command(os.Args[0], strings.Fields(arguments)...)
		program.Env, program.Dir = append(os.Environ(), asProgram+"=1"), t.TempDir()
		said, _ := program.CombinedOutput()
		if got := program.ProcessState.ExitCode(); got != want {
			t.Errorf("%s ends with %d, want %d: %s", arguments, got, want, said)
		}
	}
}
