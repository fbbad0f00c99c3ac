// Package web is the server: what stands around the handlers of the site, the
// desk and the API. It gives each request an id and a line in the log, sets
// the headers that browsers are told to be careful by, refuses what comes from
// other sites or is too large, knows who is logged in, and answers every
// error.
package web
