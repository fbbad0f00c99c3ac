package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// SourcesView is the list of sources.
type SourcesView struct {
	Frame   ui.DeskFrame
	Query   string
	Sources []factcheck.Source
	Waiting []WaitingImport // what the user has still to confirm
	First   string          // address of the first page; "" on it
	Next    string          // address of the next page; "" on the last
}
