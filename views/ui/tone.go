package ui

import "github.com/a-h/templ"

func toneAttribute(tone string) templ.Attributes {
	if tone == "" {
		return nil
	}
	return templ.Attributes{"data-tone": tone}
}
