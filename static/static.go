// Package static holds the style sheets, scripts and pictures of both rooms
// and serves them under an address that changes with their content, so that a
// browser may keep them for a year.
package static

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"sync"
)

//go:embed css/*.css js/*.js img/*
var files embed.FS

// prefix begins the address of every file of this package.
const prefix = "/static/"

// Path is the address of a file, for example "css/base.css". One hash over the
// whole tree stands in every address, since the scripts import each other by
// relative paths. A name that does not exist gets an address all the same; the
// handler answers it with 404.
func Path(name string) string {
	return prefix + Hash() + "/" + name
}

// Hash is the first twelve hexadecimal digits of the SHA-256 over the names
// and contents of all files.
var Hash = sync.OnceValue(func() string {
	sum := sha256.New()
	for _, name := range names() {
		content, err := files.ReadFile(name)
		if err != nil {
			continue
		}
		sum.Write([]byte(name))
		sum.Write([]byte{0})
		sum.Write(content)
		sum.Write([]byte{0})
	}
	return hex.EncodeToString(sum.Sum(nil))[:12]
})

// names lists the embedded files in the order of their names. An embedded
// tree cannot fail to be read, so there is no error to pass on.
func names() []string {
	var list []string
	_ = fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			list = append(list, name)
		}
		return err
	})
	return list
}
