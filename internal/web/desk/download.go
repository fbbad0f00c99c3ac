package desk

import (
	"bufio"
	"io"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
)

// How long a client may take for a piece of a download; the whole may take as
// long as it likes.
const pieceTime = time.Minute

// download sends a file as it is being written. An error before the first piece
// is answered as any other; after it the connection is dropped, so that nobody
// takes half a file for the whole.
func download(c echo.Context, name, kind string, write func(io.Writer) error) error {
	w := bufio.NewWriterSize(&pieces{c: c, name: name, kind: kind, control: http.NewResponseController(c.Response().Writer)}, 1<<16)
	if err := write(w); err != nil {
		return err
	}
	return w.Flush()
}

// pieces begins the answer with its first piece.
type pieces struct {
	c          echo.Context
	name, kind string
	control    *http.ResponseController
	begun      bool
}

// Write gives the client time anew. Where there are no deadlines, as in tests,
// there are none to move.
func (p *pieces) Write(piece []byte) (int, error) {
	if !p.begun {
		h := p.c.Response().Header()
		h.Set(echo.HeaderContentType, p.kind)
		h.Set(echo.HeaderContentDisposition, `attachment; filename="`+p.name+`"`)
		h.Set(echo.HeaderCacheControl, "no-store")
		p.c.Response().WriteHeader(http.StatusOK)
		p.begun = true
	}
	_ = p.control.SetWriteDeadline(time.Now().Add(pieceTime))
	return p.c.Response().Write(piece)
}
