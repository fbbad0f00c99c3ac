package web

import (
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"testing"
	"time"
)

func TestRunningRequestsFinishWhenTheServerStops(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	begun, finish := make(chan bool), make(chan bool)
	handler := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(begun)
		<-finish
		_, _ = io.WriteString(w, "finished")
	})
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error)
	go func() { served <- Serve(ctx, listener, handler, slog.New(slog.DiscardHandler)) }()
	answered := make(chan string)
	go func() { answered <- get("http://" + listener.Addr().String()) }()

	<-begun
	stop()
	for refused := false; !refused; {
		connection, err := net.Dial("tcp", listener.Addr().String())
		if refused = err != nil; !refused {
			_ = connection.Close()
		}
	}
	close(finish)
	if got := <-answered; got != "finished" {
		t.Errorf("the running request got %q", got)
	}
	if err := <-served; err != nil {
		t.Error(err)
	}
}

// get is the body at an address, or the error in words.
func get(address string) string {
	answer, err := http.Get(address)
	if err != nil {
		return err.Error()
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		return err.Error()
	}
	return string(body)
}

func TestNobodyIsWaitedForWithoutEnd(t *testing.T) {
	srv := bounded(http.NotFoundHandler(), slog.New(slog.DiscardHandler))
	for _, limit := range []time.Duration{srv.ReadHeaderTimeout, srv.ReadTimeout, srv.WriteTimeout, srv.IdleTimeout} {
		if limit <= 0 || limit > 3*time.Minute {
			t.Errorf("a limit of %s", limit)
		}
	}
	srv.ReadHeaderTimeout = 50 * time.Millisecond
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = srv.Serve(listener) }()
	defer func() { _ = srv.Close() }()
	slow, err := net.Dial("tcp", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(slow, "GET / HTTP/1.1\r\nHost: x\r\n"); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadAll(slow); err != nil {
		t.Errorf("the connection should be closed: %v", err)
	}
}

func TestAListenerThatFailsEndsServing(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Serve(t.Context(), listener, http.NotFoundHandler(), slog.New(slog.DiscardHandler)); err == nil {
		t.Error("no error")
	}
}
