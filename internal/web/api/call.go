package api

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"
	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
)

// call is one request on its way through huma: what it came with, and its
// answer until it is sent.
type call struct {
	echo   echo.Context
	raw    []byte // the body as it was sent, when it is JSON
	status int
	body   bytes.Buffer
	err    error  // stands in place of the answer
	moved  string // where the answer is, in place of the error
}

// callKey is where Echo's context and Go's keep the call.
type callKey struct{}

const echoKey = "claimdesk.api"

// settled sends the answer of a call once it is whole, or gives its error to
// the server.
func settled(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if !strings.HasPrefix(c.Path(), root) {
			return next(c)
		}
		k := &call{echo: c}
		c.Set(echoKey, k)
		if err := next(c); err != nil {
			return err
		}
		if k.moved != "" {
			c.Response().Header().Del(echo.HeaderContentType)
			return c.Redirect(http.StatusMovedPermanently, k.moved)
		}
		if k.err != nil {
			return k.err
		}
		if k.status == 0 { // no call of huma's: it has answered by itself
			return nil
		}
		return k.send()
	}
}

// send writes the answer.
func (k *call) send() error {
	w := k.echo.Response()
	if k.status == http.StatusNoContent {
		return k.echo.NoContent(k.status)
	}
	if tag, open := k.tag(); open {
		w.Header().Set("ETag", tag)
		if request.Holds(k.echo.Request(), tag) {
			w.Header().Del(echo.HeaderContentType)
			return k.echo.NoContent(http.StatusNotModified)
		}
	}
	w.Header().Set(echo.HeaderContentLength, strconv.Itoa(k.body.Len()))
	w.WriteHeader(k.status)
	_, err := w.Write(k.body.Bytes())
	return err
}

// actor is who calls, for the newsroom.
func (k *call) actor() factcheck.Actor { return request.Actor(k.echo) }

// inner is huma.Context under a name that is none of its methods'.
type inner huma.Context

// holding keeps an answer of huma's in its call.
type holding struct {
	inner
	call *call
}

// SetStatus is the status of the answer.
func (h *holding) SetStatus(code int) { h.call.status = code }

// Status is what SetStatus was told.
func (h *holding) Status() int { return h.call.status }

// BodyWriter takes the answer.
func (h *holding) BodyWriter() io.Writer { return &h.call.body }

// Unwrap is huma's own context.
func (h *holding) Unwrap() huma.Context { return h.inner }

// hold is huma's middleware: it says who calls, reads the body and holds the
// answer back.
func (a *api) hold(ctx huma.Context, next func(huma.Context)) {
	c := humaecho.Unwrap(ctx)
	k, ok := c.Get(echoKey).(*call)
	if !ok {
		return
	}
	if len(ctx.Operation().Security) == 0 {
		shared(c)
	} else if k.err = a.identify(c); k.err != nil {
		return
	}
	if k.err = k.read(); k.err == nil {
		next(&holding{huma.WithValue(ctx, callKey{}, k), k})
	}
}

// errHeld tells huma to stop; what happened stands in the call.
var errHeld = errors.New("held by the call")

// add adds a call to the API.
func add[I, O any](a *api, op huma.Operation, act func(context.Context, *call, *I) (*O, error)) {
	op.MaxBodyBytes, op.BodyReadTimeout = -1, -1 // the server has limits of its own
	op.Responses = map[string]*huma.Response{"default": a.problem()}
	huma.Register(a.huma, op, func(ctx context.Context, in *I) (*O, error) {
		k, ok := ctx.Value(callKey{}).(*call)
		if !ok {
			return nil, errHeld
		}
		out, err := act(ctx, k, in)
		if err != nil {
			k.err = err
			return nil, errHeld
		}
		return out, nil
	})
}
