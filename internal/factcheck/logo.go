package factcheck

import (
	"slices"
	"strings"
)

// MaxLogo is the largest logo, in bytes.
const MaxLogo = 2 << 20

var logoTypes = []string{"image/png", "image/jpeg", "image/webp"}

// CheckLogo is nil for a file that can be a logo, by its bytes.
func CheckLogo(u Upload) error {
	if len(u.Bytes) > MaxLogo {
		return Wrong("file", "The logo has %s; at most %s fit. Save it smaller.", SizeText(len(u.Bytes)), SizeText(MaxLogo))
	}
	kind, err := FileType(u.Bytes, u.Name)
	if err != nil {
		return err
	}
	if bare, _, _ := strings.Cut(kind, ";"); !slices.Contains(logoTypes, bare) {
		return Wrong("file", "A logo is a PNG, JPEG or WebP picture. Save it as one of these.")
	}
	return nil
}
