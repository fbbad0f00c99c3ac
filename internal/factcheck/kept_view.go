package factcheck

// The most views of the claims list that one person keeps, and the longest
// address of one, in bytes.
const (
	MaxKeptViews = 30
	maxViewQuery = 2_000
	maxViewName  = 60
)

// KeptView is a choice of claims that somebody has kept for themselves.
type KeptView struct {
	ID    int64
	Name  string
	Query string // of the list's address, without the question mark
}

// Check cleans the view, or says what is wrong with its fields.
func (v KeptView) Check() (KeptView, error) {
	var c checker
	v.Name = c.line("name", v.Name, maxViewName)
	c.need("name", v.Name, "Give the view a name, so that you find it again.")
	if v.Query == "" {
		c.add("name", "This view shows every claim; there is nothing to keep. Choose something first.")
	}
	if len(v.Query) > maxViewQuery {
		c.add("name", "More is chosen here than can be kept. Choose less.")
	}
	return v, c.err("The view was not kept.")
}
