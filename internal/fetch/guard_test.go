package fetch

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"
)

const uniform = "This address cannot be fetched from here"

func TestNoSpellingOfAForbiddenAddressIsReached(t *testing.T) {
	port := tripwire(t)
	c := New(Options{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.2/32")}})
	for _, host := range []string{
		"127.0.0.1", "localhost", "localhost.", "LOCALHOST", "①②⑦.⓪.⓪.①", "１２７.０.０.１", "127。0。0。1", "%E2%91%A0%E2%91%A1%E2%91%A6.0.0.1",
		"[::ffff:7f00:1]", "[::ffff:127.0.0.1]", "[::1]", "[::]", "0.0.0.0", "0", "127.1", "2130706433", "0x7f000001", "017700000001", "0177.0.0.1",
		"127.0.0.1.", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "[2002:7f00:1::]", "[0:0:0:0:0:0:0:1]", "[fe80::1%25lo]",
		"169.254.169.254", "[fd00:ec2::254]", "10.0.0.1", "192.168.1.1", "172.16.0.1", "100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.1",
	} {
		refused(t, c, "http://"+host+":"+port+"/", uniform)
		refused(t, c, "https://"+host+"/", uniform)
		refused(t, c, "http://"+host+"/latest/meta-data/", uniform)
	}
}

func TestAnotherPortOfAPublicAddressIsForbidden(t *testing.T) {
	c := New(Options{})
	for _, port := range []string{"22", "25", "81", "8080", "8443", "6379", "65535"} {
		refused(t, c, "http://1.1.1.1:"+port+"/", uniform)
		refused(t, c, "https://[2606:4700::1111]:"+port+"/", uniform)
	}
}

func TestARedirectToAForbiddenPlaceIsRefusedLikeThePlace(t *testing.T) {
	port := tripwire(t)
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", r.URL.Query().Get("to"))
		w.WriteHeader(http.StatusFound)
	})
	c := New(Options{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}})
	host := server.Listener.Addr().String()
	for _, to := range []string{
		"http://127.0.0.2:" + port + "/", "http://127.1:" + port + "/", "//[::1]:" + port + "/", "http://169.254.169.254/", "http://10.0.0.1/",
		"https://me:secret@example.org/", "file:///etc/passwd", "gopher://127.0.0.1:" + port, "http://%5B::1%5D/", "mailto:a@example.org", "http://0x7f.2/",
		"http://1.1.1.1:22/", "http://exa mple/",
	} {
		refused(t, c, "http://"+host+"/?to="+url.QueryEscape(to), sentence(errForbidden))
	}
}

func TestANameThatChangesItsAnswerIsCheckedAtTheConnection(t *testing.T) {
	var asked int
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked++
		http.Redirect(w, r, "/again", http.StatusFound)
	})
	host := server.Listener.Addr().String()
	_, port, _ := strings.Cut(host, ":")
	c := New(Options{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}})
	c.resolver = names(t, map[string][]string{"changes.example.": {"127.0.0.1", "127.0.0.2"}, "inner.example.": {"10.0.0.1"}})
	refused(t, c, "http://changes.example.:"+port+"/", uniform)
	if asked != 1 {
		t.Errorf("the first answer was used %d times", asked)
	}
	refused(t, c, "http://inner.example./", uniform)
	refused(t, c, "https://inner.example./", uniform)
}

func TestANameWithOneForbiddenAddressTellsNothingOfTheOthers(t *testing.T) {
	gone := serve(t, nil)
	gone.Close()
	_, port, _ := strings.Cut(gone.Listener.Addr().String(), ":")
	c := New(Options{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}})
	c.resolver = names(t, map[string][]string{"both.example.": {"127.0.0.1 127.0.0.2"}, "one.example.": {"127.0.0.1"}})
	refused(t, c, "http://both.example.:"+port+"/", uniform)
	refused(t, c, "http://one.example.:"+port+"/", "The server could not be reached.")
}

func TestAnUnknownNameIsToldUnlessItCouldBeAnInnerOne(t *testing.T) {
	c := New(Options{})
	c.resolver = names(t, nil)
	refused(t, c, "https://nothing.example./", "There is no host of this name.")
	for _, host := range []string{"intranet.", "db.internal.", "printer.local.", "wiki.corp."} {
		refused(t, c, "https://"+host+"/", uniform)
	}
}

// TestMain names proxies before anything is fetched: Go reads them once.
func TestMain(m *testing.M) {
	for _, name := range []string{"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"} {
		os.Setenv(name, "http://127.0.0.1:9")
	}
	os.Exit(m.Run())
}

func TestNoProxyOfTheEnvironmentIsUsed(t *testing.T) {
	c := New(Options{})
	c.resolver = names(t, nil)
	refused(t, c, "http://nothing.example./", "There is no host of this name.")
	refused(t, c, "https://nothing.example./", "There is no host of this name.")
}

func TestASilentNameServerIsASlowServer(t *testing.T) {
	silent, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	c := New(Options{})
	c.patience, c.resolver = 100*time.Millisecond, at(silent.LocalAddr())
	refused(t, c, "https://nothing.example./", "The server took too long")
}
