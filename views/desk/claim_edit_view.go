package desk

import "claimdesk/views/ui"

// ClaimEditView is the form for a claim's own fields.
type ClaimEditView struct {
	Frame  ui.DeskFrame
	ID     int64
	Here   HereView
	Base   int64 // the state of the claim's own fields that the form started from
	Fields ClaimFields
}
