package desk

import "github.com/a-h/templ"

// describedBy ties a group of controls to its problem.
func describedBy(id, problem string) templ.Attributes {
	if problem == "" {
		return nil
	}
	return templ.Attributes{"aria-describedby": id + "-problem"}
}

// firstID gives the first control of a group the id that links lead to.
func firstID(id string, index int) templ.Attributes {
	if index > 0 {
		return nil
	}
	return templ.Attributes{"id": id}
}
