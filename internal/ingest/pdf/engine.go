package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"time"

	"github.com/klippa-app/go-pdfium"
	faults "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// mostMemory is how much memory PDFium may take for a document, in pages of
// 64 KiB: 512 MiB.
const mostMemory = 8_192

// Longest is how long reading one document may take, once it is its turn.
const Longest = 30 * time.Second

// Engine runs PDFium, one document at a time; others wait for their turn. It
// is set up with the first document, which takes seconds, and may be used by
// several goroutines.
type Engine struct {
	turn chan struct{} // holds one while nothing is read
	done context.Context
	end  context.CancelCauseFunc
	pool pdfium.Pool // belongs to whoever has the turn
}

// New is an Engine that has not begun anything. It must be closed.
func New() *Engine {
	e := &Engine{turn: make(chan struct{}, 1)}
	e.done, e.end = context.WithCancelCause(context.Background())
	e.turn <- struct{}{}
	return e
}

// Close breaks off what is being read and gives back all memory. After it, Read
// fails with ErrEngine.
func (e *Engine) Close() error {
	e.end(fmt.Errorf("%w: it was closed", ErrEngine))
	<-e.turn
	defer func() { e.turn <- struct{}{} }()
	if e.pool == nil {
		return nil
	}
	err := e.pool.Close()
	e.pool = nil
	return err
}

// Read takes the text out of a PDF. Progress, which may be nil, is told of each
// page. It fails with one of the errors above, or with the cause of ctx when
// that ends: what PDFium was doing is broken off then.
func (e *Engine) Read(ctx context.Context, raw []byte, progress func(done, of int)) (*Document, error) {
	if !ended(raw) {
		return nil, ErrTruncated
	}
	select {
	case <-e.turn:
		defer func() { e.turn <- struct{}{} }()
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	if err := e.setUp(); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	stop := context.AfterFunc(e.done, func() { cancel(context.Cause(e.done)) })
	defer stop()
	ctx, timeUp := context.WithTimeoutCause(ctx, Longest, ErrSlow)
	defer timeUp()
	return e.inInstance(ctx, raw, progress)
}

// setUp opens the pool of one that the instances come from.
func (e *Engine) setUp() error {
	if e.done.Err() != nil {
		return context.Cause(e.done)
	}
	if e.pool != nil {
		return nil
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context:  experimental.WithCompilationWorkers(context.Background(), runtime.GOMAXPROCS(0)),
		MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(), // no folder of ours
		Stdout:   io.Discard,
		Stderr:   io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().WithCloseOnContextDone(true).WithMemoryLimitPages(mostMemory).
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling),
	})
	if err != nil {
		return fmt.Errorf("%w: %w", ErrEngine, err)
	}
	e.pool = pool
	return nil
}

// inInstance reads a document in an instance of its own. A fault in PDFium
// leaves nothing behind: the instance goes with it.
func (e *Engine) inInstance(ctx context.Context, raw []byte, progress func(done, of int)) (*Document, error) {
	instance, err := e.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrEngine, err)
	}
	killed := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		_ = instance.Kill()
		close(killed)
	})
	doc, err := readAll(ctx, instance, raw, progress)
	if stop() {
		_ = instance.Close()
		return doc, err
	}
	<-killed
	return nil, context.Cause(ctx)
}

// ended tells whether a PDF has its end. Without it pages are missing, and
// PDFium would make do with the rest in silence.
func ended(raw []byte) bool {
	return bytes.Contains(raw[max(0, len(raw)-4_096):], []byte("%%EOF"))
}

// readAll reads a document in an instance. A panic on the way from PDFium is
// the document's fault.
func readAll(ctx context.Context, in pdfium.Pdfium, raw []byte, progress func(done, of int)) (doc *Document, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			doc, err = nil, fmt.Errorf("%w: %v", ErrBroken, fault)
		}
	}()
	opened, err := in.OpenDocument(&requests.OpenDocument{File: &raw})
	switch {
	case errors.Is(err, faults.ErrPassword), errors.Is(err, faults.ErrSecurity):
		return nil, ErrEncrypted
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	s := &scan{in: in, doc: opened.Document}
	return s.read(ctx, progress)
}
