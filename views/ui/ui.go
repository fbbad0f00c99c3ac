// Package ui holds what all pages are made of: the frames of the site and of
// the desk, form fields, messages, ratings, quotes and dates. Its components
// only draw what they are given. Nothing in it writes an inline style or an
// executable script, so that the Content-Security-Policy can forbid both.
package ui
