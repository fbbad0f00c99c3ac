package factcheck

import "strconv"

// TopicEntry is a topic as the desk keeps it.
type TopicEntry struct {
	Topic
	Version     int64  `json:"version"`
	Description string `json:"description,omitempty"` // for readers, a line or two
	MergedInto  int64  `json:"merged_into,omitempty"` // the topic that took it in, or 0

	Claims    int `json:"-"` // that have it now
	Published int `json:"-"` // live checks that have it
}

// Path is the address of the topic's page at the desk.
func (t TopicEntry) Path() string { return "/desk/topics/" + strconv.FormatInt(t.ID, 10) }

// TopicDraft is what is typed of a topic.
type TopicDraft struct{ Name, Description string }

// Check cleans the draft, or says what is wrong with its fields.
func (d TopicDraft) Check() (TopicDraft, error) {
	var c checker
	d.Name = c.line("name", d.Name, 80)
	c.need("name", d.Name, "The topic needs a name.")
	d.Description = c.text("description", d.Description, MaxSummary)
	return d, c.err("The topic was not saved.")
}
