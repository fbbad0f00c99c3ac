package ui

import (
	"strconv"
	"strings"

	"github.com/a-h/templ"
)

// Field is one control of a form with all that is said about it. The same
// struct serves every kind of control; each reads what it needs.
type Field struct {
	Name  string
	ID    string // of the control; Name where empty
	Label string
	Value string // as typed, also when it was refused

	Hint     string // what to enter, above the control
	Aside    string // small words in the label: "if you like"
	Problem  string // why it was refused, below the control
	Required bool

	Type         string   // of an input: "text" where empty; email, password, url, search, number
	Rows         int      // of a textarea: 4 where 0
	Max          int      // most code points; counted by a script, checked by the server, never cut by the browser
	Words        bool     // set in serif: words of a claim, a quote, an article
	Lang         string   // language of the value, BCP 47
	Dir          string   // "auto" for text that may be in any script
	Autocomplete string   // as in HTML
	Placeholder  string   // an example, never the only label
	Suggestions  []string // offered while typing; any other value may be typed
	HideLabel    bool     // the label is for assistive technology only

	Options  []Option // of a select, radio or checkbox set
	Several  bool     // a choice of checkboxes rather than radio buttons
	Inline   bool     // the choices stand beside each other
	Checked  bool     // of a single checkbox
	Disabled bool
	Form     string // id of a form that the control stands outside of
}

// Option is one of the values to choose from.
type Option struct {
	Value    string
	Label    string
	Hint     string      // follows the label, softer
	Stance   string      // shows the label as a stance
	Rating   *RatingView // shows the option as a rating instead of Label
	Selected bool
	Disabled bool
}

func (f Field) id() string {
	if f.ID != "" {
		return f.ID
	}
	return f.Name
}

func (f Field) hintID() string    { return f.id() + "-hint" }
func (f Field) problemID() string { return f.id() + "-problem" }
func (f Field) listID() string    { return f.id() + "-list" }

// optionID gives the first option the field's own id, so that the link of an
// error summary reaches the group.
func (f Field) optionID(index int) string {
	if index == 0 {
		return f.id()
	}
	return f.id() + "-" + strconv.Itoa(index+1)
}

// described ties hint and problem to the control, and marks a refused value.
func (f Field) described() templ.Attributes {
	attributes := templ.Attributes{}
	var ids []string
	if f.Hint != "" {
		ids = append(ids, f.hintID())
	}
	if f.Problem != "" {
		ids = append(ids, f.problemID())
		attributes["aria-invalid"] = "true"
	}
	if len(ids) > 0 {
		attributes["aria-describedby"] = strings.Join(ids, " ")
	}
	return attributes
}

// attributes are what input, textarea and select have in common.
func (f Field) attributes() templ.Attributes {
	attributes := f.described()
	for name, value := range map[string]string{
		"lang": f.Lang, "dir": f.Dir, "autocomplete": f.Autocomplete, "placeholder": f.Placeholder, "form": f.Form,
	} {
		if value != "" {
			attributes[name] = value
		}
	}
	if f.Words {
		attributes["class"] = "typed"
	}
	if f.Max > 0 {
		attributes["data-max"] = strconv.Itoa(f.Max)
	}
	if len(f.Suggestions) > 0 {
		attributes["list"] = f.listID()
	}
	attributes["required"] = f.Required
	attributes["disabled"] = f.Disabled
	return attributes
}

func (f Field) rows() string {
	if f.Rows == 0 {
		return "4"
	}
	return strconv.Itoa(f.Rows)
}

func (f Field) inputType() string {
	if f.Type == "" {
		return "text"
	}
	return f.Type
}

func (f Field) choiceType() string {
	if f.Several {
		return "checkbox"
	}
	return "radio"
}

func langAttribute(lang string) templ.Attributes {
	if lang == "" {
		return nil
	}
	return templ.Attributes{"lang": lang}
}
