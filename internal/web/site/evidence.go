package site

import (
	"strconv"
	"strings"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"claimdesk/internal/annotation"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/site"
)

// evidence answers both forms of a proof: the page, and with .json the
// annotation.
func (s *site) evidence(c echo.Context) error {
	if id, ok := strings.CutSuffix(c.Param("id"), ".json"); ok {
		c.SetParamValues(id)
		return s.bytes(s.annotation)(c)
	}
	return s.page(s.proof)(c)
}

func (s *site) evidencePage(c echo.Context) (newsroom.EvidencePage, error) {
	id, err := request.ID(c, "id")
	if err != nil {
		return newsroom.EvidencePage{}, err
	}
	return s.room.EvidencePage(c.Request().Context(), id)
}

func (s *site) proof(c echo.Context, n view.Newsroom) (templ.Component, error) {
	page, err := s.evidencePage(c)
	if err != nil {
		return nil, err
	}
	return view.Proof(view.ProofView{Newsroom: n, Evidence: page.Evidence, Revision: page.Revision, Current: page.Current,
		Check:   view.ListedOf(page.Check.Live, page.Check.Content, page.Check.CorrectedAt),
		Excerpt: page.Excerpt, FullText: page.FullText}), nil
}

func (s *site) annotation(c echo.Context) (raw, error) {
	page, err := s.evidencePage(c)
	if err != nil {
		return raw{}, err
	}
	encoded, err := annotationOf(s.base(), page)
	return raw{annotation.Type, encoded}, err
}

// text is the whole text of a source that everybody may read, byte for byte
// as it was hashed.
func (s *site) text(c echo.Context) (raw, error) {
	id, err := request.ID(c, "id")
	if err != nil {
		return raw{}, err
	}
	text, err := s.room.PublicText(c.Request().Context(), id)
	return raw{echo.MIMETextPlainCharsetUTF8, []byte(text)}, err
}

// excerpt is the stretch of a source's text that readers may see of a quote's
// place, byte for byte as it was hashed.
func (s *site) excerpt(c echo.Context) (raw, error) {
	id, err := request.ID(c, "id")
	if err != nil {
		return raw{}, err
	}
	text, err := s.room.PublicExcerpt(c.Request().Context(), id)
	return raw{echo.MIMETextPlainCharsetUTF8, []byte(text)}, err
}

func evidenceAddress(base string, e factcheck.PublicEvidence) string {
	return base + "/evidence/" + strconv.FormatInt(e.ID, 10)
}
