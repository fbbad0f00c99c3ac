package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"

	"github.com/labstack/echo/v4"
)

// claimRoutes adds the workbench of a claim and everything that is done on it.
func (d *Desk) claimRoutes(g *echo.Group) {
	claim := g.Group("/claims/:id")
	claim.GET("", d.bench)
	claim.GET("/edit", d.editClaim)
	claim.POST("/edit", d.saveClaim)
	claim.POST("/assign", d.assignClaim)
	claim.POST("/plan", d.planClaim)
	claim.POST("/notes", d.noteOnClaim)
	claim.GET("/quote", d.quoteForm)
	claim.POST("/evidence", d.attachQuote)
	claim.GET("/evidence/:evidence", d.editEvidence)
	claim.POST("/evidence/:evidence", d.saveEvidence)
	claim.POST("/evidence/:evidence/up", d.moveEvidence(true))
	claim.POST("/evidence/:evidence/down", d.moveEvidence(false))
	claim.POST("/evidence/:evidence/remove", d.removeEvidence)
	claim.POST("/evidence/:evidence/restore", d.restoreEvidence)
	claim.POST("/verdict", d.ruleOn)
	claim.GET("/article", d.articlePage)
	claim.POST("/article", d.writeArticle)
	claim.GET("/preview", d.preview)
	d.exhibitRoutes(g, claim)
	d.matchRoutes(g, claim)
	d.draftRoutes(claim)
	claim.POST("/presence", d.present)
	d.appearanceRoutes(claim)
	d.reviewRoutes(claim)
	d.standingRoutes(claim)
	d.enquiryRoutes(claim)
	d.scheduleRoutes(g, claim)
	for _, part := range []string{"assign", "plan", "notes", "evidence", "verdict", "submit", "agree", "approve", "reopen", "presence"} {
		claim.GET("/"+part, backToBench)
	}
}

// reviewRoutes are the acts that lead a claim on its way.
func (d *Desk) reviewRoutes(claim *echo.Group) {
	claim.POST("/submit", d.act("Sent for review.", d.room.Submit))
	claim.POST("/agree", d.act("Agreed. Your name is under it.", d.room.Agree))
	claim.POST("/reopen", d.act("Reopened.", d.room.Reopen))
	claim.POST("/approve", d.approve)
	claim.GET("/return", d.returnForm)
	claim.POST("/return", d.returnClaim)
	claim.GET("/drop", d.dropForm)
	claim.POST("/drop", d.dropClaim)
	claim.GET("/publish", d.publishForm)
	claim.POST("/publish", d.publish)
}

// backToBench answers whoever asks for an address that only takes forms, as a
// browser does after a log-in on the way.
func backToBench(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	return request.Done(c, factcheck.Claim{ID: id}.Path(), "")
}
