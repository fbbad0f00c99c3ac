package factcheck

import (
	"archive/zip"
	"bytes"
	"path"
	"strings"
	"unicode/utf8"
)

// FileTypes says in words which files can be brought in as they are.
const FileTypes = "PNG, JPEG, GIF or WebP pictures, PDF, MP3, WAV, Ogg, FLAC or M4A recordings, MP4, MOV or WebM videos, CSV and plain text, and the documents and spreadsheets of office programs (.docx, .xlsx, .odt, .ods)"

// signature is how files of a type begin: with the bytes at the start, and
// other bytes further on, where a type has those.
type signature struct {
	begin     string
	at        int
	then      string
	mediaType string
}

var signatures = []signature{
	{"\x89PNG\r\n\x1a\n", 0, "", "image/png"},
	{"\xFF\xD8\xFF", 0, "", "image/jpeg"},
	{"GIF87a", 0, "", "image/gif"},
	{"GIF89a", 0, "", "image/gif"},
	{"RIFF", 8, "WEBP", "image/webp"},
	{"%PDF-", 0, "", "application/pdf"},
	{"ID3", 0, "", "audio/mpeg"},
	{"RIFF", 8, "WAVE", "audio/wav"},
	{"OggS", 0, "", "audio/ogg"},
	{"fLaC", 0, "", "audio/flac"},
}

// brands are the kinds of file that begin with a box named ftyp.
var brands = map[string]string{"M4A ": "audio/mp4", "M4B ": "audio/mp4", "qt  ": "video/quicktime", "isom": "video/mp4", "iso2": "video/mp4",
	"iso4": "video/mp4", "iso5": "video/mp4", "iso6": "video/mp4", "mp41": "video/mp4", "mp42": "video/mp4", "avc1": "video/mp4",
	"M4V ": "video/mp4", "MSNV": "video/mp4", "dash": "video/mp4", "3gp4": "video/3gpp", "3gp5": "video/3gpp", "3gp6": "video/3gpp"}

// FileType is the media type of a file by its bytes, out of a list of those
// that may be brought in as they are. For anything else the error is Invalid,
// about the field "file".
func FileType(raw []byte, name string) (string, error) {
	if len(raw) == 0 && name == "" {
		return "", Wrong("file", "No file was chosen. Choose one.")
	}
	if len(raw) == 0 {
		return "", Wrong("file", "The file is empty. Choose another one.")
	}
	if len(raw) > MaxFile {
		return "", Wrong("file", "The file has %d MB; at most %d MB fit. Cut out the part that matters, or make it smaller.", (len(raw)+1<<20-1)>>20, MaxFile>>20)
	}
	for _, s := range signatures {
		if bytes.HasPrefix(raw, []byte(s.begin)) && (s.then == "" || len(raw) >= s.at && bytes.HasPrefix(raw[s.at:], []byte(s.then))) {
			return s.mediaType, nil
		}
	}
	for _, find := range []func([]byte) string{mp3, boxed, matroska, packed} {
		if mediaType := find(raw); mediaType != "" {
			return mediaType, nil
		}
	}
	if mediaType := plain(raw, strings.ToLower(path.Ext(name))); mediaType != "" {
		return mediaType, nil
	}
	return "", Wrong("file", "Files of this kind are not taken. What can be brought in: %s.", FileTypes)
}

// mp3 knows a frame of MPEG audio, layer III, that has no tag before it.
func mp3(raw []byte) string {
	if len(raw) > 3 && raw[0] == 0xFF && raw[1]&0xE6 == 0xE2 && raw[1]&0x18 != 0x08 && raw[2]&0xF0 != 0xF0 && raw[2]&0xF0 != 0 && raw[2]&0x0C != 0x0C {
		return "audio/mpeg"
	}
	return ""
}

func boxed(raw []byte) string {
	if len(raw) < 12 || string(raw[4:8]) != "ftyp" {
		return ""
	}
	return brands[string(raw[8:12])]
}

func matroska(raw []byte) string {
	if bytes.HasPrefix(raw, []byte("\x1A\x45\xDF\xA3")) && bytes.Contains(raw[:min(len(raw), 64)], []byte("webm")) {
		return "video/webm"
	}
	return ""
}

// offices tell by a file that it must hold what a packed document is.
var offices = map[string]string{
	"word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"xl/workbook.xml":   "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

// How many files a packed document holds at most.
const mostPacked = 10_000

// packed knows the documents of office programs. One with macros is none.
func packed(raw []byte) string {
	if !bytes.HasPrefix(raw, []byte("PK\x03\x04")) || bytes.Count(raw, []byte("PK\x01\x02")) > mostPacked {
		return ""
	}
	for _, kind := range []string{"application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet"} {
		if bytes.HasPrefix(raw[min(len(raw), 30):], []byte("mimetype"+kind+"PK")) {
			return kind
		}
	}
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return ""
	}
	found := ""
	for _, f := range archive.File {
		if kind := offices[f.Name]; kind != "" {
			found = kind
		}
		if strings.HasSuffix(f.Name, "vbaProject.bin") {
			return ""
		}
	}
	return found
}

// texts are the endings of plain text, with their types.
var texts = map[string]string{"": "text/plain", ".txt": "text/plain", ".md": "text/plain", ".csv": "text/csv", ".tsv": "text/tab-separated-values"}

// plain knows a text by what it does not hold: control characters, and markup
// or a script at its start. The encoding is named where it is certain.
func plain(raw []byte, ending string) string {
	mediaType, known := texts[ending]
	if !known {
		return ""
	}
	if bytes.HasPrefix(raw, []byte("\xFF\xFE")) || bytes.HasPrefix(raw, []byte("\xFE\xFF")) {
		if ending == "" {
			return ""
		}
		return mediaType + "; charset=utf-16"
	}
	begin := bytes.TrimLeft(bytes.TrimPrefix(raw, []byte("\uFEFF")), " \t\r\n")
	if len(begin) == 0 || begin[0] == '<' || bytes.HasPrefix(begin, []byte("#!")) || bytes.HasPrefix(begin, []byte("{\\rtf")) || bytes.HasPrefix(begin, []byte("%!")) {
		return ""
	}
	for _, c := range raw {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' {
			return ""
		}
	}
	if utf8.Valid(raw) {
		return mediaType + "; charset=utf-8"
	}
	if ending == "" {
		return ""
	}
	return mediaType
}

// fits is the kind of exhibit that a file of this type is likely to be.
func (f File) fits() ExhibitKind {
	kind, _, _ := strings.Cut(f.MediaType, "/")
	switch {
	case kind == "audio" || kind == "video":
		return Recording
	case strings.HasPrefix(f.MediaType, "text/csv"), strings.HasPrefix(f.MediaType, "text/tab"), strings.Contains(f.MediaType, "spreadsheet"):
		return Table
	}
	return OtherExhibit
}

// KindFor is the kind that a draft names, or the one that its file is likely
// to be.
func (d ExhibitDraft) KindFor(f File) ExhibitKind {
	if d.Kind != "" {
		return d.Kind
	}
	return f.fits()
}
