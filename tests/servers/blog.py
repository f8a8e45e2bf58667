"""A real WordPress (Debian's packages, PHP, MariaDB) on this computer alone, as long as tests need it.

Nothing of the system's own is touched: the database is a private one behind a socket, the pages lie in a
temporary folder, and the port is whichever is free.
"""

import json
import os
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from smadmin.domain.publishers import Access
from tests.servers.starting import end, free_ports, start, wait

PAGES = Path("/usr/share/wordpress")
PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
PROGRAMS = ("mariadbd", "mariadb-install-db", "mariadb", "php")
PATIENCE_S = 60.0

CONFIGURED = """<?php
$safe = ($_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '') === 'https';
if ($safe) $_SERVER['HTTPS'] = 'on';
define('DB_NAME', 'blog'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:%(socket)s'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY',
          'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $k) define($k, 'test-' . $k);
$table_prefix = 'wp_';
define('WP_HOME', ($safe ? 'https' : 'http') . '://' . $_SERVER['HTTP_HOST']); define('WP_SITEURL', WP_HOME);
define('WP_ENVIRONMENT_TYPE', 'local'); // application passwords without encryption
define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""
INSTALLING = """<?php
define('WP_INSTALLING', true);
$_SERVER += ['HTTP_HOST' => '127.0.0.1', 'REQUEST_URI' => '/', 'REQUEST_METHOD' => 'GET',
             'SERVER_PROTOCOL' => 'HTTP/1.1'];
require __DIR__ . '/www/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Hill School', 'admin', 'admin@hill.example', true, '', 'not used');
update_option('permalink_structure', '/%postname%/');
$made = [];
foreach (['larks' => 'author', 'wrens' => 'editor'] as $name => $role) {
    $id = wp_create_user($name, wp_generate_password(), "$name@hill.example");
    (new WP_User($id))->set_role($role);
    [$made[$name],] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'a']);
    [$ended, $item] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'b']);
    WP_Application_Passwords::delete_application_password($id, $item['uuid']);
    $made["$name-ended"] = $ended;
}
echo "\\nMADE", json_encode($made);
"""
ROUTED = """<?php
$file = __DIR__ . '/www' . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_file($file)) return false;
$_SERVER['SCRIPT_NAME'] = '/index.php';
chdir(__DIR__ . '/www');
require __DIR__ . '/www/index.php';
"""


@dataclass(frozen=True, repr=False)
class Blog:
    """A running blog.

    Args:
        address: of it.
        secrets: application passwords, by the name of who has it; those of `…-ended` are revoked.
        folder: where its files lie.
    """

    address: str
    secrets: dict[str, str]
    folder: Path

    def access(self, name: str = "larks", secret: str = "") -> Access:
        """Log in as somebody; another secret may be tried."""
        return Access(self.address, name, secret or self.secrets[name])

    def php(self, code: str) -> str:
        """Have WordPress itself do something (`wp_publish_post(7);`)."""
        asking = self.folder / "asking.php"
        given = "['HTTP_HOST' => '127.0.0.1', 'REQUEST_URI' => '/', 'REQUEST_METHOD' => 'GET']"
        asking.write_text(
            f"<?php $_SERVER += {given}; require __DIR__ . '/www/wp-load.php';\n{code}", "utf-8"
        )
        return _run("php", "-d", "sendmail_path=/bin/true", str(asking))

    def kinds_named_like(self, post: int) -> list[str]:
        """Give the kind (`post`, `attachment`) of all whose name begins like a post's, itself included."""
        asking = (
            "SELECT post_type FROM wp_posts WHERE post_type IN ('post', 'attachment') AND post_name LIKE"
            f" CONCAT((SELECT post_name FROM wp_posts WHERE ID = {post}), '%')"
        )
        at = f"--socket={self.folder / 'database.sock'}"
        return _run("mariadb", "--no-defaults", "-uroot", at, "-N", "-e", asking, "blog").split()


def missing() -> tuple[str, ...]:
    """Name what this computer lacks for a blog."""
    lacking = [name for name in PROGRAMS if not shutil.which(name, path=PATH)]
    return (*lacking, *(["wordpress"] if not (PAGES / "wp-load.php").exists() else []))


@contextmanager
def running() -> Iterator[Blog]:
    """Set a blog up and have it run until the end of the block."""
    with ExitStack() as ends:
        folder = Path(tempfile.mkdtemp(prefix="smadmin-blog-"))
        ends.callback(shutil.rmtree, folder, ignore_errors=True)
        _start_database(folder, ends)
        _lay_pages(folder)
        told = _run("php", "-d", "sendmail_path=/bin/true", str(folder / "installing.php"))
        [port] = free_ports(1)
        _start_pages(folder, port, ends)
        yield Blog(f"http://127.0.0.1:{port}", json.loads(told.partition("\nMADE")[2]), folder)


def _start_database(folder: Path, ends: ExitStack) -> None:
    kept, at = folder / "database", folder / "database.sock"
    _run(
        "mariadb-install-db",
        "--no-defaults",
        f"--datadir={kept}",
        "--skip-test-db",
        "--force",  # where this computer's own name can't be looked up
        "--auth-root-authentication-method=normal",
        *_as_root(),
    )
    command = (
        f"--datadir={kept}",
        f"--socket={at}",
        f"--pid-file={folder / 'database.pid'}",
        "--skip-networking",
        "--innodb-flush-log-at-trx-commit=0",
        "--innodb-buffer-pool-size=64M",
        *_as_root(),
    )
    _start(folder, ends, "mariadbd", "--no-defaults", *command)
    wait(
        lambda: (
            _status("mariadb", "--no-defaults", "-uroot", f"--socket={at}", "-e", "CREATE DATABASE blog") == 0
        ),
        PATIENCE_S,
    )


def _as_root() -> tuple[str, ...]:
    """Let the database run as root, where root is all that there is."""
    return ("--user=root",) if os.geteuid() == 0 else ()


def _lay_pages(folder: Path) -> None:
    """Lay WordPress out anew: Debian's own has one configuration for the whole system."""
    pages = folder / "www"
    (pages / "wp-content" / "uploads").mkdir(parents=True)
    for page in PAGES.glob("*.php"):
        if page.name != "wp-config.php":
            shutil.copyfile(page, pages / page.name)
    for name in ("wp-includes", "wp-admin", "wp-content/themes"):
        (pages / name).symlink_to(PAGES / name)
    (pages / "wp-config.php").write_text(CONFIGURED % {"socket": folder / "database.sock"}, "utf-8")
    (folder / "installing.php").write_text(INSTALLING, "utf-8")
    (folder / "routed.php").write_text(ROUTED, "utf-8")


def _start_pages(folder: Path, port: int, ends: ExitStack) -> None:
    large = ("-d", "upload_max_filesize=32M", "-d", "post_max_size=40M", "-d", "opcache.enable_cli=1")
    serving = ("-S", f"127.0.0.1:{port}", "-t", str(folder / "www"), str(folder / "routed.php"))
    _start(folder, ends, "php", *large, *serving)

    def answers() -> bool:
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{port}/?rest_route=/", timeout=PATIENCE_S
            ) as answer:
                return bool(answer.status)
        except urllib.error.URLError:
            return False

    wait(answers, PATIENCE_S)


def _start(folder: Path, ends: ExitStack, name: str, *arguments: str) -> None:
    more = {"PHP_CLI_SERVER_WORKERS": "4", "TMPDIR": str(folder)}
    said = folder / f"{name}.log"
    ends.callback(end, start((_found(name), *arguments), folder=folder, said=said, more=more))


def _run(name: str, *arguments: str) -> str:
    done = subprocess.run(
        (_found(name), *arguments), capture_output=True, text=True, timeout=120, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{name} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def _status(name: str, *arguments: str) -> int:
    return subprocess.run((_found(name), *arguments), capture_output=True, check=False).returncode


def _found(name: str) -> str:
    return shutil.which(name, path=PATH) or name
