// Package api is the JSON API of a newsroom, under /api/v1. It goes through
// the same verbs as the desk and holds no rule of its own.
//
// Huma reads and checks what comes in and describes it all as OpenAPI 3.1 (at
// /api/v1/openapi.json). Every answer is made whole before a byte is sent, and
// every error is handed on to the server, which answers it as
// application/problem+json (RFC 9457); Members adds what programs need to go
// on. In what is sent, null is the same as leaving a field out; in a PATCH it
// takes the field away.
package api
