// Package desk draws the pages of the newsroom's own side. Each page takes one
// struct that holds what is shown; nothing here asks the newsroom or can fail.
package desk
