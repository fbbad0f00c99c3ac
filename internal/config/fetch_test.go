package config_test

import (
	"errors"
	"net/netip"
	"slices"
	"strings"
	"testing"

	"claimdesk/internal/config"
)

func TestNetworksThatMayBeFetchedFromAreRead(t *testing.T) {
	t.Setenv("CLAIMDESK_FETCH_ALLOW", "10.1.2.3/8, fd00::1,,::ffff:192.168.1.1/120,192.0.2.7, ::/0")
	c := parse(t)
	if err := c.Check(); err != nil {
		t.Fatal(err)
	}
	var want []netip.Prefix
	for _, network := range []string{"10.0.0.0/8", "fd00::1/128", "192.168.1.0/24", "192.0.2.7/32", "::/0"} {
		want = append(want, netip.MustParsePrefix(network))
	}
	if !slices.Equal(c.Allowed, want) {
		t.Errorf("got %v, want %v", c.Allowed, want)
	}
	if err := c.Check(); err != nil || len(c.Allowed) != len(want) {
		t.Errorf("checked again it is %v, %v", c.Allowed, err)
	}
}

func TestTheArchiveIsTheInternetArchiveUnlessSaidOtherwise(t *testing.T) {
	const normal = "https://archive.org/wayback/available"
	for typed, want := range map[string]string{
		"": normal, " ": normal, normal: normal,
		"off": "", " OFF ": "",
		"http://127.0.0.1:8099/available?form=json": "http://127.0.0.1:8099/available?form=json",
	} {
		f := config.Fetch{ArchiveAPI: typed}
		if err := f.Check(); err != nil || f.Archive != want {
			t.Errorf("%q: got %q, %v, want %q", typed, f.Archive, err, want)
		}
	}
	c := parse(t, "--archive-api", "off", "--fetch-allow", "127.0.0.0/8,10.0.0.0/8")
	if err := c.Check(); err != nil || c.Archive != "" || len(c.Allowed) != 2 {
		t.Errorf("from flags: %+v, %v", c.Fetch, err)
	}
	if c := parse(t); c.ArchiveAPI != normal {
		t.Errorf("the default is %q", c.ArchiveAPI)
	}
}

func TestAFetchSettingThatCannotBeUsedIsNamedInOneSentence(t *testing.T) {
	for _, test := range []struct {
		fetch config.Fetch
		want  string
	}{
		{config.Fetch{FetchAllow: []string{"10.0.0.0/8", "10.0.0.0/33"}}, `--fetch-allow (CLAIMDESK_FETCH_ALLOW) must be networks`},
		{config.Fetch{FetchAllow: []string{"localhost"}}, `not "localhost"`},
		{config.Fetch{ArchiveAPI: "archive.org"}, `--archive-api (CLAIMDESK_ARCHIVE_API) must be an address such as`},
		{config.Fetch{ArchiveAPI: "ftp://archive.org/available"}, `or off, not "ftp://archive.org/available"`},
		{config.Fetch{ArchiveAPI: "https://me:secret@archive.org"}, `must not hold a user name`},
		{config.Fetch{ArchiveAPI: "https://exa_mple.org"}, `names a host that cannot be one`},
	} {
		err := test.fetch.Check()
		var setting *config.Error
		if !errors.As(err, &setting) || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("got %v, want one sentence with %s", err, test.want)
		}
	}
	s := config.Serve{Fetch: config.Fetch{ArchiveAPI: "nowhere"}}
	if err := s.Check(); err == nil || !strings.Contains(err.Error(), "--archive-api") {
		t.Errorf("serve takes it: %v", err)
	}
}
