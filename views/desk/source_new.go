package desk

import "claimdesk/views/ui"

// SourceNewView is the page on which a source is brought in. The problems of
// both parts are the same list.
type SourceNewView struct {
	Frame  ui.DeskFrame
	Given  GivenFields
	Fields SourceFields
}
