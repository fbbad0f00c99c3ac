package request

import (
	"net/url"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
)

// Values are the fields of a form as they were sent, from the body alone:
// what the address carries after its question mark is not among them. All
// texts are valid UTF-8.
type Values struct {
	fields url.Values
	files  map[string]file
	parts  bool
}

// file is one uploaded file, whole in memory.
type file struct {
	name string
	data []byte
}

// Get is the first value of a field; empty when it was not sent.
func (v Values) Get(name string) string { return v.fields.Get(name) }

// All are the values of a field that was sent several times, in their order.
func (v Values) All(name string) []string { return v.fields[name] }

// Int is a field as a number; 0 when it is absent or not a number.
func (v Values) Int(name string) int64 {
	n, err := strconv.ParseInt(strings.TrimSpace(v.Get(name)), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// On tells whether a box was ticked.
func (v Values) On(name string) bool {
	switch strings.ToLower(strings.TrimSpace(v.Get(name))) {
	case "", "0", "no", "off", "false":
		return false
	}
	return true
}

// Has tells whether a field was sent, be it empty, or a file was chosen.
func (v Values) Has(name string) bool {
	_, chosen := v.files[name]
	return v.fields.Has(name) || chosen
}

// File is an uploaded file and the name it had, without folders. When none
// was chosen, or one that is larger than 20 MB, the error is Invalid and names
// the field; of a large one the name is given all the same.
func (v Values) File(name string) (data []byte, filename string, err error) {
	f, chosen := v.files[name]
	if !chosen {
		return nil, "", factcheck.Wrong(name, "No file was chosen. Choose one.")
	}
	if len(f.data) > maxFile {
		return nil, f.name, factcheck.Wrong(name, "%s is too large: at most 20 MB are taken. Send the part that matters.", f.name)
	}
	return f.data, f.name, nil
}

// Fields are all fields but the files, by name.
func (v Values) Fields() url.Values { return v.fields }

// Files are the names of the fields with which a file was sent.
func (v Values) Files() []string {
	names := make([]string, 0, len(v.files))
	for name := range v.files {
		names = append(names, name)
	}
	return names
}

// Parts tells whether the form was sent as multipart/form-data.
func (v Values) Parts() bool { return v.parts }

// put adds a field, or says which is not valid UTF-8 and where.
func (v Values) put(name, value string) error {
	if factcheck.InvalidAt(name) >= 0 {
		return factcheck.Wrong("form", "The name of a field is not valid UTF-8. Save it as UTF-8 and send it again.")
	}
	if at := factcheck.InvalidAt(value); at >= 0 {
		return factcheck.Wrong(name, "This is not valid UTF-8 at byte %d. Save it as UTF-8 and send it again.", at)
	}
	v.fields.Add(name, value)
	return nil
}
