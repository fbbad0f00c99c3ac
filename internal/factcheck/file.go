package factcheck

import (
	"strconv"
	"strings"
	"unicode"
)

// MaxFile is how large a file may be that is brought in as it is, in bytes.
const MaxFile = 20 << 20

// File is a file that was brought in as it is. Of a picture there is a copy,
// made anew, that readers are shown.
type File struct {
	ID         int64  `json:"id"`
	Name       string `json:"name,omitempty"`
	MediaType  string `json:"media_type"`
	SHA256     string `json:"sha256"` // of the bytes as they came, in hex
	Size       int    `json:"size"`   // in bytes
	CopyType   string `json:"copy_type,omitempty"`
	CopySHA256 string `json:"copy_sha256,omitempty"`
	Width      int    `json:"width,omitempty"` // of the copy, in pixels
	Height     int    `json:"height,omitempty"`
}

// Picture tells whether there is a copy to be shown.
func (f File) Picture() bool { return f.CopyType != "" }

// Shown is how large a picture stands on a page, in pixels: as it is, but no
// higher than most.
func (f File) Shown(most int) (width, height int) {
	if f.Height <= most {
		return f.Width, f.Height
	}
	return max(1, f.Width*most/f.Height), most
}

// Served are media type and hash of what readers get: of a picture the copy,
// never the original, in which a camera may have written place and owner.
func (f File) Served() (mediaType, sha256 string) {
	if f.Picture() {
		return f.CopyType, f.CopySHA256
	}
	return f.MediaType, f.SHA256
}

// FileName is the name of a file as it is kept: without folders, without the
// signs that turn the direction of writing (they can hide an ending), at most
// MaxName code points of it, "" when it is not valid UTF-8.
func FileName(name string) string {
	var c checker
	if InvalidAt(name) < 0 {
		name = strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Bidi_Control, r) {
				return -1
			}
			return r
		}, name)
	}
	name = c.line("file", name[strings.LastIndexAny(name, `/\`)+1:], MaxURL)
	if runes := []rune(name); len(runes) > MaxName {
		name = string(runes[len(runes)-MaxName:]) // with its ending
	}
	return name
}

// SizeText is a number of bytes as a person reads it, rounded up.
func SizeText(bytes int) string {
	if bytes < 1_000_000 {
		return strconv.Itoa((bytes+999)/1_000) + " kB"
	}
	return strconv.FormatFloat(float64((bytes+99_999)/100_000)/10, 'f', -1, 64) + " MB"
}

// endings are those that files are fetched with, by their types.
var endings = map[string]string{"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp", "application/pdf": ".pdf",
	"audio/mpeg": ".mp3", "audio/wav": ".wav", "audio/ogg": ".ogg", "audio/flac": ".flac", "audio/mp4": ".m4a", "video/mp4": ".mp4",
	"video/quicktime": ".mov", "video/webm": ".webm", "video/3gpp": ".3gp", "text/csv": ".csv", "text/tab-separated-values": ".tsv", "text/plain": ".txt",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":       ".xlsx",
	"application/vnd.oasis.opendocument.text":                                 ".odt",
	"application/vnd.oasis.opendocument.spreadsheet":                          ".ods"}

// Ending is what the name of a file of this type ends with, "" where that is
// not known.
func Ending(mediaType string) string {
	bare, _, _ := strings.Cut(mediaType, ";")
	return endings[bare]
}
