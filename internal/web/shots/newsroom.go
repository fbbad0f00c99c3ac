package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// newsroom is a running example newsroom, as `claimdesk demo --json` tells of
// it in one line.
type newsroom struct {
	URL    string  `json:"url"`
	Logins []login `json:"logins"`

	server *exec.Cmd
	bin    string
}

type login struct {
	Role     string `json:"role"`
	Email    string `json:"email"`
	Password string `json:"password"`
}

// open builds the program and starts it on a free port.
func open(ctx context.Context) (*newsroom, error) {
	bin, err := os.MkdirTemp("", "claimdesk-shots-")
	if err != nil {
		return nil, err
	}
	room := &newsroom{bin: bin}
	if err := room.start(ctx); err != nil {
		room.close()
		return nil, err
	}
	return room, nil
}

func (n *newsroom) start(ctx context.Context) error {
	program := filepath.Join(n.bin, "claimdesk")
	build := exec.CommandContext(ctx, "go", "build", "-buildvcs=false", "-o", program, "./cmd/claimdesk")
	build.Stdout, build.Stderr = os.Stderr, os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("building the program: %w", err)
	}
	n.server = exec.CommandContext(ctx, program, "demo", "--json", "--addr", "127.0.0.1:0")
	n.server.Env = slices.DeleteFunc(os.Environ(), func(variable string) bool { return strings.HasPrefix(variable, "CLAIMDESK_") })
	n.server.Stderr = os.Stderr
	n.server.Cancel = func() error { return n.server.Process.Signal(os.Interrupt) }
	n.server.WaitDelay = 30 * time.Second
	stdout, err := n.server.StdoutPipe()
	if err != nil {
		return err
	}
	if err := n.server.Start(); err != nil {
		return fmt.Errorf("starting the example newsroom: %w", err)
	}
	line, err := bufio.NewReader(stdout).ReadBytes('\n')
	if err != nil {
		return fmt.Errorf("reading where the example newsroom is: %w", err)
	}
	if err := json.Unmarshal(line, n); err != nil {
		return fmt.Errorf("reading where the example newsroom is: %w", err)
	}
	return nil
}

// close lets the server drain and removes the program that was built.
func (n *newsroom) close() {
	if n.server != nil && n.server.Process != nil {
		if err := n.server.Process.Signal(os.Interrupt); err == nil || errors.Is(err, os.ErrProcessDone) {
			_ = n.server.Wait()
		}
	}
	_ = os.RemoveAll(n.bin)
}

// as finds the login of a role.
func (n *newsroom) as(role string) (login, error) {
	for _, login := range n.Logins {
		if login.Role == role {
			return login, nil
		}
	}
	return login{}, fmt.Errorf("the example newsroom names no %s", role)
}
