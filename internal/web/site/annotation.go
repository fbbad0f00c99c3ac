package site

import (
	"claimdesk/internal/annotation"
	"claimdesk/internal/newsroom"
)

// annotationOf encodes a proof as it was published.
func annotationOf(base string, page newsroom.EvidencePage) ([]byte, error) {
	e, address := page.Evidence, evidenceAddress(base, page.Evidence)
	p := annotation.Proof{Address: address, ClaimID: base + page.Check.Live.Path() + "#claim", Claim: page.Check.Content.Claim, Evidence: e}
	if page.FullText {
		p.Cached = address + "/text"
	}
	return annotation.Encode(p)
}
