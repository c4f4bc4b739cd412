CREATE TABLE [Categories] ([CategoryID] INTEGER PRIMARY KEY AUTOINCREMENT, [CategoryName] TEXT, [Picture] BLOB);
CREATE TABLE [CustomerDemographics] ([CustomerTypeID] TEXT NOT NULL, [CustomerDesc] TEXT, PRIMARY KEY ("CustomerTypeID"));
CREATE TABLE [Customers] ([CustomerID] TEXT, [CompanyName] TEXT, PRIMARY KEY (`CustomerID`));
CREATE TABLE [CustomerCustomerDemo] (
  [CustomerID] TEXT NOT NULL,
  [CustomerTypeID] TEXT NOT NULL,
  PRIMARY KEY ("CustomerID", "CustomerTypeID"),
  FOREIGN KEY ([CustomerID]) REFERENCES [Customers] ([CustomerID]) ON DELETE NO ACTION ON UPDATE NO ACTION,
  FOREIGN KEY ([CustomerTypeID]) REFERENCES [CustomerDemographics] ([CustomerTypeID])
);
CREATE TABLE [Suppliers] ([SupplierID] INTEGER PRIMARY KEY AUTOINCREMENT, [CompanyName] TEXT NOT NULL, [HomePage] TEXT);
CREATE TABLE [Products] (
  [ProductID] INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  [ProductName] TEXT NOT NULL,
  [SupplierID] INTEGER,
  [CategoryID] INTEGER,
  [UnitPrice] NUMERIC DEFAULT 0 CHECK ([UnitPrice] >= (0)),
  [Discontinued] TEXT NOT NULL DEFAULT '0',
  FOREIGN KEY ([CategoryID]) REFERENCES [Categories] ([CategoryID]),
  FOREIGN KEY ([SupplierID]) REFERENCES [Suppliers] ([SupplierID])
);
CREATE TABLE [Orders] (
  [OrderID] INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  [CustomerID] TEXT,
  [OrderDate] DATETIME,
  [Freight] NUMERIC DEFAULT 0,
  FOREIGN KEY ([CustomerID]) REFERENCES [Customers] ([CustomerID]) ON DELETE NO ACTION ON UPDATE NO ACTION
);
CREATE TABLE [Order Details] (
  [OrderID] INTEGER NOT NULL,
  [ProductID] INTEGER NOT NULL,
  [UnitPrice] NUMERIC NOT NULL DEFAULT 0,
  [Quantity] INTEGER NOT NULL DEFAULT 1,
  [Discount] REAL NOT NULL DEFAULT 0,
  PRIMARY KEY ("OrderID", "ProductID"),
  CHECK ([Discount] >= (0) AND [Discount] <= (1)),
  FOREIGN KEY ([OrderID]) REFERENCES [Orders] ([OrderID]),
  FOREIGN KEY ([ProductID]) REFERENCES [Products] ([ProductID])
);
CREATE TABLE [Regions] ([RegionID] INTEGER NOT NULL PRIMARY KEY, [RegionDescription] TEXT NOT NULL);
CREATE TABLE [Territories] ([TerritoryID] TEXT NOT NULL, [RegionID] INTEGER NOT NULL, PRIMARY KEY ("TerritoryID"),
  FOREIGN KEY ([RegionID]) REFERENCES [Regions] ([RegionID]));
CREATE VIEW [Order Subtotals] AS
SELECT [Order Details].OrderID, Sum(([Order Details].UnitPrice * Quantity * (1 - Discount) / 100) * 100) AS Subtotal
FROM [Order Details] GROUP BY [Order Details].OrderID;
CREATE VIEW [Products Above Average Price] AS
SELECT Products.ProductName, Products.UnitPrice FROM Products
WHERE Products.UnitPrice > (SELECT AVG(UnitPrice) FROM Products);
CREATE VIEW [Order Details Extended] AS
SELECT "Order Details".OrderID, Products.ProductName, ("Order Details".UnitPrice * Quantity) AS ExtendedPrice
FROM Products JOIN [Order Details] ON Products.ProductID = [Order Details].ProductID;
