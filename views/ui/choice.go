package ui

import "github.com/a-h/templ"

// chosen says whether an option is the one that the field holds.
func (f Field) chosen(option Option) bool {
	if f.Value != "" && !f.Several {
		return option.Value == f.Value
	}
	return option.Selected
}

func (f Field) checkValue() string {
	if f.Value == "" {
		return "yes"
	}
	return f.Value
}

// groupAttributes tie hint and problem to the whole group. A fieldset may not
// carry aria-invalid; its controls do.
func (f Field) groupAttributes() templ.Attributes {
	attributes := f.described()
	delete(attributes, "aria-invalid")
	attributes["disabled"] = f.Disabled
	return attributes
}

func (f Field) invalid() templ.Attributes {
	if f.Problem == "" {
		return nil
	}
	return templ.Attributes{"aria-invalid": "true"}
}

func optionTone(option Option) templ.Attributes {
	if option.Rating == nil {
		return nil
	}
	return templ.Attributes{"data-tone": option.Rating.Tone}
}
