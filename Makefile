# Claimdesk. `make help` lists what there is; Go is all that building and
# running needs.

VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
COMMIT := $(shell git rev-parse HEAD 2>/dev/null || echo unknown)
STAMP := -buildvcs=false -ldflags "-X main.version=$(VERSION) -X main.commit=$(COMMIT)"
CODE = $(wildcard cmd internal views static migrations)
TOOL := go tool -modfile=.ci/tools.mod
FUZZTIME ?= 20s

.DEFAULT_GOAL := help
.PHONY: help run build test check generate fmt shots fuzz match-score bench browser axe fresh formatted vet staticcheck vulncheck race

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

run: ## serve the example newsroom (ARGS="--addr …" for more)
	go run $(STAMP) ./cmd/claimdesk demo $(ARGS)

build: ## build the program into bin/claimdesk
	go build -trimpath $(STAMP) -o bin/claimdesk ./cmd/claimdesk

test: browser axe ## run all tests, those in a browser included
	go test -count=1 -timeout 9m ./...

check: fresh formatted vet staticcheck vulncheck race ## what CI runs besides `make test`

generate: ## write the Go code of the templ files
	go tool templ generate

fmt: ## format Go and templ files
	gofmt -l -w $(CODE)
	go tool templ fmt $(wildcard views)

shots: browser ## screenshots of every main page into shots/
	go run ./internal/web/shots

fuzz: ## run each fuzz test for FUZZTIME
	.ci/fuzz $(FUZZTIME)

match-score: ## measure how well claims are found again (DATA=folder with corpus.jsonl and judged posts)
	@[ -n "$(DATA)" ] || { echo "name the folder: make match-score DATA=…"; exit 2; }
	go run ./internal/match/score $(DATA)

bench: ## run the benchmarks
	go test -run '^$$' -bench . -benchmem ./...

# The steps of the above.

browser:
	@.ci/browser

axe:
	@.ci/axe

fresh:
	.ci/fresh

formatted:
	@unformatted=$$(gofmt -l $(CODE)); [ -z "$$unformatted" ] || { echo "not formatted (make fmt mends it):"; echo "$$unformatted"; exit 1; }

vet:
	go vet ./...

staticcheck:
	$(TOOL) staticcheck -checks inherit,ST1016,ST1020,ST1021,ST1022 ./...

vulncheck:
	.ci/vulncheck

# Not the journeys in a browser: slowed down by the detector they measure the
# browser's patience, and what the server does in them the other tests do too.
race: browser axe
	go test -race -shuffle=on -count=1 -timeout 25m $$(go list ./... | grep -v /web/e2e$$)
