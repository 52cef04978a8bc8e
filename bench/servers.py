# SPDX-License-Identifier: MIT
"""The contestants behind one nginx: written, started and ended."""
import glob
import os
import re
import shutil
import signal
import socket
import subprocess
import time

from fcgi import environment

CORES = os.cpu_count() or 1
KEPT = max(1, 16 // CORES)

NGINX = """load_module {modules}/ngx_http_xslt_filter_module.so;
worker_processes {cores}; pid {run}/nginx.pid; error_log {run}/nginx.err crit;
daemon off; {user}
events {{ worker_connections 2048; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
  default_type text/html; types {{ text/html html; text/xml xml; }}
  client_body_temp_path {run}/t1; fastcgi_temp_path {run}/t2;
  proxy_temp_path {run}/t3; uwsgi_temp_path {run}/t4; scgi_temp_path {run}/t5;
  open_file_cache max=100;
  fastcgi_cache_path {run}/cache keys_zone=cache:1m use_temp_path=off;
  fastcgi_buffers 64 64k; fastcgi_buffer_size 64k;
  fastcgi_busy_buffers_size 256k; fastcgi_keep_conn on;
  include {etc}/fastcgi_params;
{upstreams}  server {{
    listen 127.0.0.1:{port} backlog=1024; root {run}/www;
    location /static/ {{ alias {run}/www/; }}
    location /gzip/ {{ alias {run}/www/; gzip on; }}
    location /xslt/ {{ alias {run}/www/; xslt_stylesheet {run}/www/page.xsl; }}
    location /choose/ {{
      alias {run}/www/;
      xslt_stylesheet {run}/www/page.xsl;
      xslt_string_param year $arg_year; xslt_string_param author $arg_author;
    }}
    location /php {{
      fastcgi_pass unix:{run}/php.sock; fastcgi_keep_conn off;
      include {etc}/fastcgi_params;
      fastcgi_param SCRIPT_FILENAME {run}/page.php;
    }}
{locations}  }}
}}
"""
UPSTREAM = """  upstream {name} {{ server unix:{run}/{name}.sock; keepalive {kept}; }}
"""
LOCATION = """    location /{name}/ {{
      fastcgi_pass {name}; include {etc}/fastcgi_params;{more}
    }}
"""
BEHIND = """
      fastcgi_cache cache; fastcgi_cache_key $request_uri;"""
FPM = """[global]
error_log={run}/php.err
daemonize=no
[www]
listen={run}/php.sock
listen.mode=0666
pm=static
pm.max_children={children}
{user}"""
PHP = """<?php
$page = new DOMDocument(); $page->load("{run}/www/page.xml");
$sheet = new DOMDocument(); $sheet->load("{run}/www/page.xsl");
$xslt = new XSLTProcessor(); $xslt->importStylesheet($sheet);
header("Content-Type: text/html; charset=utf-8");
echo $xslt->transformToXML($page);
"""


def find_php():
    found = sorted(path for place in os.environ["PATH"].split(":")
                   for path in glob.glob(place + "/php-fpm*"))
    return found[-1] if found else None


def free_port():
    """A port that no connection going out can have."""
    for port in range(21700, 32000):
        with socket.socket() as s:
            try:
                s.bind(("127.0.0.1", port))
                return port
            except OSError:
                pass
    raise RuntimeError("there is no free port")


class Servers:
    """A context: what is started in it is ended behind it."""

    def __init__(self, vitae, hello, top, run):
        self.vitae, self.hello, self.top, self.run = vitae, hello, top, run
        self.port = free_port()
        self.started = {}
        self.names = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in reversed(self.started.values()):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self.started.values():
            process.wait()

    def url(self, name):
        return f"http://127.0.0.1:{self.port}/{name}"

    def pid(self, name):
        return self.started[name].pid

    def start(self, name, command, env=None):
        with open(f"{self.run}/{name}.log", "w", encoding="utf-8") as log:
            self.started[name] = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env=env)

    def socket(self, name):
        return f"{self.run}/{name}.sock"

    def join(self, data):
        """What XSLT processors and file servers are given, from this data."""
        shutil.rmtree(self.run + "/www", ignore_errors=True)
        os.makedirs(self.run + "/www")
        env = environment(self.top, data)
        subprocess.run(["python3", self.top + "/bench/join.py", self.vitae,
                        self.top, self.run + "/www"], env=env, check=True)
        out = subprocess.run([self.vitae, "get", "/"], env=env, check=True,
                             stdout=subprocess.PIPE).stdout
        with open(self.run + "/www/page.html", "wb") as file:
            file.write(out.partition(b"\r\n\r\n")[2])

    def start_vitae(self, name, data, workers=CORES, **settings):
        self.names.append(name)
        self.start(name, [self.vitae, "--log", "error", "--listen",
                          "unix:" + self.socket(name),
                          "--workers", str(workers), "--base", "/" + name],
                   environment(self.top, data, **settings))

    def start_hello(self, name, threads):
        self.names.append(name)
        self.start(name, [self.hello, self.run + "/www/page.html",
                          self.socket(name), str(threads)])

    def start_php(self, fill):
        php = find_php()
        if php is None:
            return
        root = os.getuid() == 0
        with open(self.run + "/fpm.conf", "w", encoding="utf-8") as file:
            file.write(FPM.format(
                run=self.run, children=2 * CORES,
                user="user=root\ngroup=root\n" if root else ""))
        with open(self.run + "/page.php", "w", encoding="utf-8") as file:
            file.write(PHP.format(**fill))
        self.start("php", [php, "-y", self.run + "/fpm.conf"]
                   + (["-R"] if root else []))

    def start_nginx(self, behind, php):
        """`behind` is the name of the one that a cache is put before."""
        built = subprocess.run(["nginx", "-V"], stderr=subprocess.PIPE,
                               text=True, check=True).stderr
        config = re.search(r"--conf-path=(\S+)", built).group(1)
        fill = {"run": self.run, "port": self.port, "cores": CORES,
                "modules": re.search(r"--modules-path=(\S+)", built).group(1),
                "etc": os.path.dirname(config), "kept": KEPT,
                "user": "user root;" if os.getuid() == 0 else ""}
        upstreams = "".join(UPSTREAM.format(name=name, **fill)
                            for name in self.names)
        locations = "".join(
            LOCATION.format(name=name, more=BEHIND * (name == behind), **fill)
            for name in self.names)
        if php:
            self.start_php(fill)
        conf = self.run + "/nginx.conf"
        with open(conf, "w", encoding="utf-8") as file:
            file.write(NGINX.format(upstreams=upstreams, locations=locations,
                                    **fill))
        self.start("nginx", ["nginx", "-c", conf, "-e",
                             self.run + "/nginx.err"])
        self.wait()

    def wait(self):
        """Until all sockets are there and nginx listens."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            for name, process in self.started.items():
                if process.poll() is not None:
                    with open(f"{self.run}/{name}.log",
                              encoding="utf-8") as log:
                        raise RuntimeError(f"{name} ended: {log.read()}")
            if all(os.path.exists(self.socket(name)) for name in self.names):
                with socket.socket() as s:
                    if s.connect_ex(("127.0.0.1", self.port)) == 0:
                        return
            time.sleep(0.05)
        raise RuntimeError("the servers do not start")
