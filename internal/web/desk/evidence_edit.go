package desk

import (
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// piece is a claim with the piece of its evidence that the address names.
func (d *Desk) piece(c echo.Context) (factcheck.Claim, *factcheck.Evidence, error) {
	id, err := request.ID(c, "id")
	if err != nil {
		return factcheck.Claim{}, nil, err
	}
	evidence, err := request.ID(c, "evidence")
	if err != nil {
		return factcheck.Claim{}, nil, err
	}
	claim, err := d.room.Claim(c.Request().Context(), request.Actor(c), id)
	if err != nil {
		return claim, nil, err
	}
	e := claim.Piece(evidence)
	if e == nil {
		return claim, nil, factcheck.NoSuch("evidence %d on this claim", evidence)
	}
	return claim, e, nil
}

// draftOfPiece is what can be changed about a piece of evidence.
func draftOfPiece(e factcheck.Evidence) factcheck.EvidenceDraft {
	return factcheck.EvidenceDraft{SourceID: e.SourceID, Exact: e.Exact, Stance: e.Stance, Speaker: e.Speaker,
		Note: e.Note, Translation: e.Translation, Translator: e.Translator}
}

// editEvidence shows the form for what stands round a quote.
func (d *Desk) editEvidence(c echo.Context) error {
	claim, e, err := d.piece(c)
	if err != nil {
		return err
	}
	draft := draftOfPiece(*e)
	return d.showEvidence(c, http.StatusOK, view.EvidenceFormView{Claim: claim, Evidence: *e, Draft: draft, Was: draft})
}

func (d *Desk) showEvidence(c echo.Context, status int, v view.EvidenceFormView) error {
	frame, err := d.frame(c, "Evidence – claim "+idText(v.Claim.ID), ui.RoomClaims)
	if err != nil {
		return err
	}
	v.Frame = frame
	return request.Render(c, status, view.EvidenceForm(v))
}

// saveEvidence saves what stands round a quote. A piece that somebody else
// changed meanwhile is a conflict; other changes of the claim are not.
func (d *Desk) saveEvidence(c echo.Context) error {
	claim, e, err := d.piece(c)
	if err != nil {
		return err
	}
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	settle(form)
	now := draftOfPiece(*e)
	draft, was := typedEvidence(form, "", now), typedEvidence(form, "was.", now)
	if inWords(evidenceTyped(was)) != inWords(evidenceTyped(now)) {
		return d.evidenceConflict(c, claim, *e, draft)
	}
	saved, err := d.room.EditEvidence(c.Request().Context(), request.Actor(c), claim.ID, e.ID, newsroom.Base{Version: &claim.Version}, draft)
	if problems := factcheck.Problems(err); problems != nil {
		return d.showEvidence(c, http.StatusUnprocessableEntity,
			view.EvidenceFormView{Claim: claim, Evidence: *e, Draft: draft, Was: was, Problems: problems})
	}
	if current := staleClaim(err); current != nil {
		return d.evidenceConflict(c, *current, *e, draft)
	}
	if err != nil {
		return err
	}
	return request.Done(c, atEvidence(saved, e.ID), "Evidence saved.")
}

// typedEvidence reads the fields whose names begin with a prefix; the quote
// itself stays what it is.
func typedEvidence(form request.Values, prefix string, now factcheck.EvidenceDraft) factcheck.EvidenceDraft {
	return factcheck.EvidenceDraft{SourceID: now.SourceID, Exact: now.Exact, Stance: factcheck.Stance(form.Get(prefix + "stance")),
		Speaker: form.Get(prefix + "speaker"), Note: form.Get(prefix + "note"),
		Translation: form.Get(prefix + "translation"), Translator: form.Get(prefix + "translator")}
}

// evidenceConflict shows refused changes beside those that were saved.
func (d *Desk) evidenceConflict(c echo.Context, claim factcheck.Claim, e factcheck.Evidence, yours factcheck.EvidenceDraft) error {
	v := view.ConflictView{Claim: claim, What: "evidence " + idText(int64(e.Position)), Path: "evidence/" + idText(e.ID)}
	now := evidenceTyped(draftOfPiece(e))
	v.Fields, v.Kept = compare(evidenceParts, evidenceTyped(yours), now)
	for _, f := range now {
		v.Kept = append(v.Kept, view.Typed{Name: "was." + f.name, Value: f.value})
	}
	return d.showConflict(c, v)
}

// moveEvidence moves a piece of evidence by one place.
func (d *Desk) moveEvidence(up bool) echo.HandlerFunc {
	return func(c echo.Context) error {
		claim, e, err := d.piece(c)
		if err != nil {
			return err
		}
		form, err := request.Form(c)
		if err != nil {
			return err
		}
		if _, err = d.room.MoveEvidence(c.Request().Context(), request.Actor(c), claim.ID, e.ID, up); err != nil {
			return err
		}
		return request.Done(c, backTo(claim.ID, form)+"#e"+idText(e.ID), "Evidence moved.")
	}
}

// atEvidence is the address of a piece of evidence on its bench.
func atEvidence(claim factcheck.Claim, evidence int64) string {
	path := claim.Path()
	if e := claim.Piece(evidence); e != nil && !e.Veiled {
		path = benchPath(claim.ID, e.SourceID)
	}
	return path + "#e" + idText(evidence)
}
